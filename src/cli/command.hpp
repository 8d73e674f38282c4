#pragma once

#include <functional>
#include <initializer_list>
#include <iosfwd>
#include <memory>
#include <optional>
#include <stdexcept>
#include <string>
#include <vector>

namespace CLI {
class App;
class Option;
class Validator;
}  // namespace CLI

/// The parser of command lines, CLI11, behind a door: whoever includes it compiles all of it, and commands
/// are many. Names are the library's.
namespace medskapa::cli {

/// The command line, or what it names, asks for something that is not there. Said with the program's help,
/// exit code 2.
struct WrongUsage : std::runtime_error {
    WrongUsage(const std::string& option, const std::string& why) : std::runtime_error{option + ": " + why} {}
};

/// What a value must be.
class Check {
public:
    explicit Check(std::shared_ptr<CLI::Validator> validator) : validator_{std::move(validator)} {}

private:
    friend class Option;
    std::shared_ptr<CLI::Validator> validator_;
};
Check in_range(long long least, long long most);
Check in_share();  // 0.0-1.0
Check positive();
Check one_of(std::initializer_list<const char*> values);
/// Not the address of a database, or what may have been meant as one. What is refused is not shown.
Check a_folder();
/// Of a database: postgresql://... Likewise; where it came from the environment the variable is named.
Check an_address();
inline constexpr auto variable_of_database = "MEDSKAPA_DATABASE";

/// One option of a command. Lives as long as its command.
class Option {
public:
    explicit Option(CLI::Option& option) : option_{option} {}

    Option* required();
    Option* check(const Check&);
    Option* delimiter(char);
    Option* envname(const char* variable);
    Option* capture_default_str();
    Option* default_str(const std::string&);
    Option* needs(const Option* other);
    Option* excludes(const Option* other);

private:
    CLI::Option& option_;
};

/// A command, or the whole program. Lives as long as what it was added to; what options are read into must
/// too.
class Command {
public:
    enum class OtherOptions { refused, ignored };

    explicit Command(CLI::App& app) : app_{app} {}
    Command(const Command&) = delete;
    Command& operator=(const Command&) = delete;

    const std::string& get_name() const;
    Command* add_subcommand(const char* name, const char* what);
    /// The command below this one with this name, or nullptr.
    Command* find(const char* name);
    Command* require_subcommand(int least);
    Command* footer(const std::string& example);
    /// Called during parsing, when the command is chosen. May throw WrongUsage.
    Command* callback(std::function<void()>);

    /// Names are "--seed", or "FILE" for one that goes by its place. Defined for text, lists
    /// of text and numbers.
    template <class Value>
    Option* add_option(const char* name, Value& value, const std::string& what);
    /// May throw WrongUsage.
    Option* add_option_function(
        const char* name, std::function<void(const std::string&)> read, const std::string& what);
    Option* add_flag(const char* name, bool& value, const std::string& what);

    /// The options that the command line does not give, from a TOML file.
    void read_config(const std::string& file, OtherOptions = OtherOptions::refused);

    CLI::App& app() { return app_; }

private:
    Option* kept(CLI::Option*);

    CLI::App& app_;
    std::vector<std::unique_ptr<Command>> commands_;
    std::vector<std::unique_ptr<Option>> options_;
};

/// One line of a TOML file: `issuer = "https://login.example.org"` under `[region]`.
struct ConfigLine {
    std::string section;  // empty: before the first
    std::string name;
    std::vector<std::string> values;
};
/// Throws std::runtime_error with the library's sentence when the file is none.
std::vector<ConfigLine> config_lines(const std::string& file);

/// The whole program's command line.
class Program {
public:
    explicit Program(const std::string& name = {});
    ~Program();

    Command& command() { return *command_; }
    /// Runs what the words ask for, the first one after the program's name. What was wrong with them: exit
    /// code 2 and a sentence on `err`; help: 0 and its text on `out`. Else nothing.
    std::optional<int> parse(std::vector<std::string> words, std::ostream& out, std::ostream& err);

private:
    std::unique_ptr<CLI::App> app_;
    std::unique_ptr<Command> command_;
};

}  // namespace medskapa::cli
