import { beforeEach } from 'vitest';

/** Notes with each test how flowc starts in it, as the reports of vitest do not say of which project a test is. */
beforeEach(({ task }) => {
  Object.assign(task.meta, { start: process.env['FLOWC_START'] ?? '' });
});
