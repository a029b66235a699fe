import { auditBenchmark } from '/work/main/apps/compliance-auditor/src/bench/audit-benchmark.ts';
console.log(await auditBenchmark({ entries: Number(process.argv[2] ?? 100000), onProgress: console.log }));
