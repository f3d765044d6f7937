import { type ChildProcess, execFileSync, spawn } from 'node:child_process';

/** Another machine on the network of the node: a process in a network of its own, with a cable to the node's bridge. */
export class Machine {
  readonly #process: ChildProcess;

  private constructor(process: ChildProcess) {
    this.#process = process;
  }

  /**
   * Starts a machine that runs a program of Node.js.
   *
   * The program gets a line when its network stands, and prints one when it is ready.
   *
   * @param cable name of the end of the cable that the node has
   * @param words arguments of Node.js
   * @param addresses of the machine, the first in the node's network: `10.0.10.9/24`
   */
  static async start(cable: string, words: readonly string[], addresses: readonly string[]): Promise<Machine> {
    const child = spawn('unshare', ['--net', process.execPath, ...words], { stdio: ['pipe', 'pipe', 'inherit'] });
    const machine = new Machine(child);
    await new Promise((resolve) => setTimeout(resolve, 500));
    run(`ip link delete ${cable} 2>/dev/null || true
      ip link add ${cable} type veth peer name eth0 netns ${child.pid}
      ip link set ${cable} master node0 up`);
    machine.run(`ip link set lo up
      ${addresses.map((address) => `ip address add ${address} dev eth0`).join('\n')}
      ip link set eth0 up
      ip route add default via 10.0.10.10`);
    const ready = new Promise((resolve) => child.stdout?.once('data', resolve));
    child.stdin?.write('begin\n');
    await ready;
    return machine;
  }

  /** Runs shell lines in the network of the machine. */
  run(lines: string): string {
    return run(lines, '', ['nsenter', '--target', String(this.#process.pid), '--net']);
  }

  /** Starts a program in the network of the machine; it ends with the machine's processes. */
  background(command: string, words: readonly string[]): ChildProcess {
    const inside = ['--target', String(this.#process.pid), '--net', command, ...words];
    return spawn('nsenter', inside, { stdio: 'ignore' });
  }

  stop(): void {
    this.#process.kill('SIGKILL');
  }
}

/** Runs shell lines on the node, whose network is that of the tests. */
export function run(lines: string, input = '', before: readonly string[] = []): string {
  const [command = '', ...words] = [...before, 'sh', '-euc', lines];
  return execFileSync(command, words, { encoding: 'utf8', input });
}
