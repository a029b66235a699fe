/** Every service of Baton and the ports it listens on unless told otherwise. */
export const servicePorts = {
  desk: { http: 4400 },
  'speech-gateway': { http: 4401, grpc: 5401 },
  dialog: { http: 4402, grpc: 5402 },
  sentiment: { http: 4403, grpc: 5403 },
  router: { http: 4404, grpc: 5404 },
  'context-store': { http: 4405, grpc: 5405 },
  'agent-assist': { http: 4406, grpc: 5406 },
  'compliance-auditor': { http: 4407, grpc: 5407 },
} as const satisfies Record<string, { http: number; grpc?: number }>;

export type ServiceName = keyof typeof servicePorts;

/** Services that answer gRPC. */
export type GrpcServiceName = {
  [N in ServiceName]: (typeof servicePorts)[N] extends { grpc: number } ? N : never;
}[ServiceName];

export const serviceNames = Object.keys(servicePorts) as ServiceName[];

/** `speech-gateway` → `SPEECH_GATEWAY`, as environment variables spell it. */
export function envName(service: ServiceName): string {
  return service.toUpperCase().replaceAll('-', '_');
}
