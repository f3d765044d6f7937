import { ApiObject } from 'cdk8s';
import { Construct } from 'constructs';
import { MANAGED_BY } from '../../kubernetes/labels.ts';
import { clusterScoped } from '../cluster-scoped.ts';

/** A sentence about a request, in CEL, and what to tell whoever broke it. */
export interface Demand {
  readonly expression: string;
  readonly message: string;
}

/** What the API server asks of requests before it stores anything. */
export interface AdmissionPolicyProps {
  /** Its name, by which a refusal calls it. */
  readonly name: string;

  /** What is created, in the plural of the API: `jobs` of the group `batch`. */
  readonly created: { readonly group: string; readonly resource: string };

  /**
   * Whether it counts for changes of what is there too.
   *
   * @default false
   */
  readonly changes?: boolean;

  /** Which requests are meant, in CEL. */
  readonly when: { readonly name: string; readonly expression: string };

  /**
   * Kind of the object with which a request is compared.
   *
   * @default - it is compared with none
   */
  readonly compared?: { readonly apiVersion: string; readonly kind: string };

  /**
   * Short names in the demands for longer expressions, by their names.
   *
   * @default - none
   */
  readonly variables?: Readonly<Record<string, string>>;
  readonly demands: readonly Demand[];
}

/** Where a policy counts. */
export interface ApplyProps {
  /** Name of the binding. */
  readonly name: string;

  /** Namespaces that have this label, whatever its value. */
  readonly namespacesWith: string;

  /**
   * Which values of a label the new objects have: one of `values` or, with `others`, none of them. An object without the
   * label has none of them.
   *
   * @default - all objects
   */
  readonly objects?: { readonly label: string; readonly values: readonly string[]; readonly others?: boolean };

  /**
   * Name of the object, in the namespace of the request, with which the request is compared; without it, the request is
   * refused.
   *
   * @default - none
   */
  readonly comparedWith?: string;
}

const API = 'admissionregistration.k8s.io/v1';
const LABELS = { 'app.kubernetes.io/managed-by': MANAGED_BY };

/** A ValidatingAdmissionPolicy, which cdk8s-plus-27 does not know. A request that it cannot judge is refused. */
export class AdmissionPolicy extends Construct {
  /** The policy, as the API server sees it. */
  readonly policy: ApiObject;
  private readonly name: string;

  constructor(scope: Construct, id: string, props: AdmissionPolicyProps) {
    super(scope, id);
    const { name, created, changes = false, when, compared, variables = {}, demands } = props;
    const operations = ['CREATE', ...(changes ? ['UPDATE'] : [])];
    this.name = name;
    this.policy = this.define('Policy', 'ValidatingAdmissionPolicy', {
      metadata: { name, labels: LABELS },
      spec: {
        failurePolicy: 'Fail',
        ...(compared && { paramKind: compared }),
        matchConstraints: {
          resourceRules: [
            { apiGroups: [created.group], apiVersions: ['*'], operations, resources: [created.resource] },
          ],
        },
        matchConditions: [when],
        ...(Object.keys(variables).length > 0 && {
          variables: Object.entries(variables).map(([name, expression]) => ({ name, expression })),
        }),
        validations: demands,
      },
    });
  }

  /** Makes the policy count somewhere; answers the object that does. */
  apply({ name, namespacesWith, objects, comparedWith }: ApplyProps): ApiObject {
    return this.define(name, 'ValidatingAdmissionPolicyBinding', {
      metadata: { name, labels: LABELS },
      spec: {
        policyName: this.name,
        validationActions: ['Deny'],
        ...(comparedWith !== undefined && { paramRef: { name: comparedWith, parameterNotFoundAction: 'Deny' } }),
        matchResources: {
          namespaceSelector: { matchExpressions: [{ key: namespacesWith, operator: 'Exists' }] },
          ...(objects && { objectSelector: { matchExpressions: [selectorOf(objects)] } }),
        },
      },
    });
  }

  private define(id: string, kind: string, rest: object): ApiObject {
    const object = new ApiObject(this, id, { apiVersion: API, kind, ...rest });
    clusterScoped(object);
    return object;
  }
}

function selectorOf({ label, values, others = false }: NonNullable<ApplyProps['objects']>) {
  return { key: label, operator: others ? 'NotIn' : 'In', values: [...values] };
}
