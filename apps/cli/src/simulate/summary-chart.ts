export const summaryChart = (_: unknown) => '';
