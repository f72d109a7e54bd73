import { EnvironmentInvalid, loadEnvironment } from '../../../src/config/environment.js';

const problemsOf = (variables: NodeJS.ProcessEnv): string[] => {
  try {
    loadEnvironment(variables);
    return [];
  } catch (error) {
    return error instanceof EnvironmentInvalid ? error.problems : [String(error)];
  }
};

describe('settings', () => {
  it('need nothing to be set, and are a demo only with the embedded database', () => {
    expect(loadEnvironment({})).toMatchObject({ PORT: 3000, demo: true });
    expect(loadEnvironment({ DATABASE_URL: 'postgres://a@b/c' }).demo).toBe(false);
    expect(loadEnvironment({ DATABASE_URL: 'postgres://a@b/c', ECABINET_DEMO: 'true' }).demo).toBe(true);
  });

  it('name every wrong one in a line of its own, and never repeat a secret', () => {
    const problems = problemsOf({ PORT: '99999', LOG_LEVEL: 'loud', DATABASE_URL: 'mysql://root:geheim@x' });
    expect(problems).toHaveLength(3);
    expect(problems.join('\n')).toMatch(/PORT="99999"[^]*DATABASE_URL=\(hidden\)/);
    expect(problems.join('\n')).not.toContain('geheim');
  });
});
