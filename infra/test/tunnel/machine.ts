import { type ChildProcess, execFileSync, spawn } from 'node:child_process';

/** Runs a command of the machine under the tests and answers what it prints; a failure throws with its own words. */
function run(command: string, args: readonly string[], input?: string): string {
  return execFileSync(command, args, { encoding: 'utf8', input, stdio: ['pipe', 'pipe', 'pipe'], timeout: 30_000 });
}

/**
 * Lays writable copies over the folders that a machine's own scripts change, so that nothing of them reaches the machine
 * under the tests. The console is a file.
 */
const OVERLAYS = `
set -e
mount -t tmpfs tmpfs /mnt
for folder in /etc /usr/local/sbin /var/lib; do
  mkdir -p "/mnt$folder/upper" "/mnt$folder/work"
  mount -t overlay overlay -o "lowerdir=$folder,upperdir=/mnt$folder/upper,workdir=/mnt$folder/work" "$folder"
done
mount -t tmpfs tmpfs /run
: >/mnt/console
mount --bind /mnt/console /dev/console
echo ready
exec sleep infinity
`;

/** A machine of the test: a network namespace, a mount namespace and the processes in them. */
export class Machine {
  private readonly space: string;
  private keeper?: ChildProcess;

  constructor(readonly name: string) {
    this.space = `armstead-${process.pid}-${name}`;
  }

  async start(): Promise<void> {
    run('ip', ['netns', 'add', this.space]);
    const keeper = spawn('ip', ['netns', 'exec', this.space, 'unshare', '--mount', 'sh', '-c', OVERLAYS]);
    this.keeper = keeper;
    await said(keeper, 'ready');
    this.run('ip link set lo up');
  }

  stop(): void {
    for (const pid of run('ip', ['netns', 'pids', this.space]).split('\n').filter(Boolean)) {
      process.kill(Number(pid), 'SIGKILL');
    }
    run('ip', ['netns', 'delete', this.space]);
  }

  /** Runs a shell line inside. */
  run(line: string, input?: string): string {
    return run('nsenter', [...this.inside(), 'sh', '-euc', line], input);
  }

  write(path: string, content: string, mode = '0644'): void {
    this.run(`mkdir -p "$(dirname '${path}')"; cat >'${path}'; chmod ${mode} '${path}'`, content);
  }

  /** Starts a Node program inside and waits until it says `ready`; it ends with the machine. */
  async serve(program: string): Promise<void> {
    await said(spawn('nsenter', [...this.inside(), process.execPath, '-e', program]), 'ready');
  }

  /** Runs a Node program inside to its end. */
  node(program: string): string {
    return run('nsenter', [...this.inside(), process.execPath, '-e', program]);
  }

  /** Joins this machine with another by a cable; each end is `[device, address]`. */
  cable(end: readonly [string, string?], other: Machine, otherEnd: readonly [string, string?], mtu = 1500): void {
    const device = ['link', 'add', end[0], 'netns', this.space, 'mtu', `${mtu}`, 'type', 'veth'];
    run('ip', [...device, 'peer', 'name', otherEnd[0], 'netns', other.space, 'mtu', `${mtu}`]);
    this.plug(...end);
    other.plug(...otherEnd);
  }

  private plug(device: string, address?: string): void {
    if (address) this.run(`ip address add ${address} dev ${device}`);
    this.run(`ip link set ${device} up`);
  }

  private inside(): string[] {
    return ['--target', `${this.keeper?.pid}`, '--mount', '--net', '--'];
  }
}

/** Waits until a program prints a word; its end before that is an error with what it printed. */
function said(program: ChildProcess, word: string): Promise<void> {
  return new Promise((resolve, reject) => {
    let output = '';
    const read = (chunk: Buffer) => {
      output += chunk.toString();
      if (output.includes(word)) resolve();
    };
    program.stdout?.on('data', read);
    program.stderr?.on('data', read);
    program.once('exit', () => reject(new Error(`ended before it was ready: ${output}`)));
  });
}
