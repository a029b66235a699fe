export const simulationPage = (_: unknown) => '';
