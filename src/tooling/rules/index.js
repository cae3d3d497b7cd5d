import chosenIds from './chosen-ids.js';
import documentedDeadlines from './documented-deadlines.js';
import dueDateEqualsLimit from './due-date-equals-limit.js';
import readableLayout from './readable-layout.js';
import safeImplementations from './safe-implementations.js';
import ttlAndVersionTag from './ttl-and-version-tag.js';
import vietnameseLabels from './vietnamese-labels.js';

export const rules = {
  'chosen-ids': chosenIds,
  'documented-deadlines': documentedDeadlines,
  'due-date-equals-limit': dueDateEqualsLimit,
  'readable-layout': readableLayout,
  'safe-implementations': safeImplementations,
  'ttl-and-version-tag': ttlAndVersionTag,
  'vietnamese-labels': vietnameseLabels,
};
