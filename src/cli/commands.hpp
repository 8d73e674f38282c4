#pragma once

namespace CLI {
class App;
}

namespace medskapa::cli {

/// Each adds a command to the program. When it is chosen it runs during parsing and leaves 0 (done) or 1
/// (could not be done, one sentence on stderr) in `exit_code`, which must outlive the parsing.
void add_demo(CLI::App& program, int& exit_code);
void add_serve(CLI::App& program, int& exit_code);
void add_setup(CLI::App& program, int& exit_code);
void add_user(CLI::App& program, int& exit_code);
void add_import(CLI::App& program, int& exit_code);
void add_import_document(CLI::App& program, int& exit_code);
void add_export(CLI::App& program, int& exit_code);
void add_upkeep(CLI::App& program, int& exit_code);  // migrate and doctor
void add_mail(CLI::App& program, int& exit_code);    // outbox and test
void add_doctor(CLI::App& program, int& exit_code);
void add_backup(CLI::App& program, int& exit_code);  // backup, restore, rehearse, forget-backups

}  // namespace medskapa::cli
