/**
 * Runs the programs of a test file's projects inline, as the Automation API does: the engine connects to a language
 * runtime in this process instead of starting one, which would load Pulumi's SDK again for every command. The package
 * and the program are loaded anew for each run.
 *
 * A child process of the tests, since jest cannot load Pulumi's SDK as Node does. Messages: `{ port }` once it listens;
 * `{ folder, env }` prepares a run, answered by `{ isReady: true }`; `{ hasEnded: true }` follows when the program ended.
 */
const path = require("node:path");
const grpc = require("@grpc/grpc-js");
const { LanguageServer } = require("@pulumi/pulumi/automation/server");
const { LanguageRuntimeService } = require("@pulumi/pulumi/proto/language_grpc_pb");
const { maxRPCMessageSize } = require("@pulumi/pulumi/runtime/rpc");

/** @type {{ folder: string, env: NodeJS.ProcessEnv }} */
let run;

function runProgram() {
  for (const file of Object.keys(require.cache)) {
    if (file.startsWith(run.folder + path.sep)) delete require.cache[file];
  }
  return require(run.folder);
}

class ProgramServer extends LanguageServer {
  /** Reports the end, after which the next run may begin. */
  run(call, callback) {
    super.run(call, (...answer) => {
      callback(...answer);
      process.send({ hasEnded: true });
    });
  }
}

process.on("message", (message) => {
  run = message;
  process.chdir(run.folder);
  for (const name of Object.keys(process.env)) delete process.env[name];
  Object.assign(process.env, run.env);
  process.send({ isReady: true });
});

const server = new grpc.Server({ "grpc.max_receive_message_length": maxRPCMessageSize });
server.addService(LanguageRuntimeService, new ProgramServer(runProgram));
server.bindAsync("127.0.0.1:0", grpc.ServerCredentials.createInsecure(), (error, port) => {
  if (error) throw error;
  process.send({ port });
});
