/** Real databases, workers and browsers on two shared cores: a step may take its time, a hang may not. */
jest.setTimeout(90_000);
