#pragma once

namespace medskapa::cli {

class Command;

/// Each adds a command to the program. When it is chosen it runs during parsing and leaves 0 (done) or 1
/// (could not be done, one sentence on stderr) in `exit_code`, which must outlive the parsing.
void add_demo(Command& program, int& exit_code);
void add_serve(Command& program, int& exit_code);
void add_setup(Command& program, int& exit_code);
void add_user(Command& program, int& exit_code);
void add_import(Command& program, int& exit_code);
void add_import_document(Command& program, int& exit_code);
void add_export(Command& program, int& exit_code);
/// Below `export`.
void add_inspel_export(Command& write_out, int& exit_code);
void add_person_export(Command& write_out, int& exit_code);
void add_upkeep(Command& program, int& exit_code);  // migrate and doctor
void add_mail(Command& program, int& exit_code);    // outbox and test
void add_doctor(Command& program, int& exit_code);
void add_backup(Command& program, int& exit_code);  // backup, restore, rehearse, forget-backups
void add_move(Command& program, int& exit_code);

}  // namespace medskapa::cli
