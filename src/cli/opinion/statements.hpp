#pragma once

namespace medskapa::cli {

class Command;

/// `import statements` and `export statements`: a conversation in Polis' format, in and out.
void add_statements(Command& program, int& exit_code);

}  // namespace medskapa::cli
