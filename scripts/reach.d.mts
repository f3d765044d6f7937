/** What a command says where kubectl answers, and no cluster does. */
export declare const NO_CLUSTER: string;

/** What a command says where kubectl does not know which cluster is meant. */
export declare const NO_CONTEXT: string;

/** What to check of a cluster first: everything else would fail with pages of what kubectl tried. */
export declare const IS_READY: readonly string[];
