#pragma once

namespace CLI {
class App;
}

namespace medskapa::cli {

/// `import statements` and `export statements`: a conversation in Polis' format, in and out.
void add_statements(CLI::App& program, int& exit_code);

}  // namespace medskapa::cli
