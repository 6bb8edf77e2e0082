/** A test of the suite as it went; `error` is null where it passed. */
export interface Outcome {
  readonly name: string;
  readonly error: string | null;
  readonly milliseconds: number;
}

type Body = () => Promise<void>;

const TIMEOUT = 30_000;
const cases: { readonly name: string; readonly body: Body }[] = [];

/** Adds a test. They run one after the other in the order they were added: there is one editor. */
export function test(name: string, body: Body): void {
  cases.push({ name, body });
}

/** Runs the tests whose name contains `only`; `tell` hears of each as it ends. */
export async function runAll(only: string, tell: (outcome: Outcome) => Promise<void>): Promise<readonly Outcome[]> {
  const outcomes: Outcome[] = [];
  for (const { name, body } of cases.filter((each) => each.name.includes(only))) {
    const start = performance.now();
    const error = await within(TIMEOUT, body).then(
      () => null,
      (reason: unknown) => (reason instanceof Error ? (reason.stack ?? reason.message) : String(reason)),
    );
    const outcome = { name, error, milliseconds: Math.round(performance.now() - start) };
    outcomes.push(outcome);
    await tell(outcome);
  }
  return outcomes;
}

/** What `body` gives; throws where it takes longer than `limit` milliseconds. */
async function within<T>(limit: number, body: () => Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(`not done within ${limit / 1000} seconds`)), limit);
  });
  try {
    return await Promise.race([body(), late]);
  } finally {
    clearTimeout(timer);
  }
}
