#include "cli/regional/command.hpp"

#include "base/digest.hpp"
#include "cli/command.hpp"
#include "cli/terminal.hpp"
#include "web/words/words.hpp"

#include <unistd.h>
#include <algorithm>
#include <iostream>
#include <new>
#include <sstream>

namespace medskapa::cli {
namespace {

constexpr std::size_t rows_for_a_person = 40;

}  // namespace

std::string say(const Complaint& complaint) {
    return words().complaint(complaint);
}

tl::unexpected<std::string> because(const Failure& failure, const std::string& file) {
    std::string sentence = file.empty() ? "" : file + ":";
    for (const auto& complaint : failure.complaints)
        sentence += (sentence.empty() ? "" : " ") + say(complaint);
    if (failure.complaints.empty())
        sentence += (sentence.empty() ? "" : " ") + words()(refusal_without_complaints);
    return tl::unexpected{std::move(sentence)};
}

void print_warnings(const std::vector<regional::Warning>& warnings) {
    for (const auto& warning : warnings) std::cerr << words()(N_("warning")) << ": " << say(warning) << '\n';
}

Outcome<std::string> load_input(
    std::vector<regional::Input>& inputs, const char* role, const std::string& path) {
    auto bytes = bytes_of(path);
    if (!bytes) return because(bytes.error());
    inputs.push_back({role, hex(as_text(sha256(*bytes))), bytes->size()});
    return std::move(*bytes);
}

Completed deliver(const std::string& file, const Writing& write) {
    if (!file.empty()) {
        if (const auto done = write_file(file, write); !done) return because(done.error());
    } else if (isatty(STDOUT_FILENO) == 1) {
        std::ostringstream csv;
        write(csv);
        std::cout << aligned(csv.str(), rows_for_a_person);
    } else {
        write(std::cout);
    }
    return {};
}

regional::read::Choices TableOptions::choices() const {
    using regional::read::DecimalMark;
    regional::read::Choices all{{}, sheet, amounts};
    if (!decimal.empty()) all.decimal = decimal == "comma" ? DecimalMark::comma : DecimalMark::point;
    return all;
}

void add_table_options(Command& command, TableOptions& options, Amounts amounts) {
    command
        .add_option(
            "--decimal", options.decimal, "What stands before decimals, where a file leaves that open")
        ->check(one_of({"comma", "point"}));
    command.add_option(
        "--sheet", options.sheet, "Of a workbook (default: the first visible one with a table)");
    if (amounts == Amounts::named)
        command
            .add_option(
                "--amounts", options.amounts, "The columns of amounts, where their names do not say so")
            ->delimiter(',');
}

Completed keep_record(const std::string& file, const regional::Run& run) {
    if (file.empty()) return {};
    return deliver(file, [&](std::ostream& out) { out << regional::run_record(run); });
}

int outcome(const std::function<Completed()>& command) {
    try {
        const auto done = command();
        if (done) return 0;
        std::cerr << "medskapa: " << done.error() << '\n';
    } catch (const WrongUsage&) {
        throw;
    } catch (const std::bad_alloc&) {
        std::cerr << "medskapa: "
                  << words()(N_("The computer's memory does not suffice for this file. Use coarser codes."))
                  << '\n';
    } catch (const std::exception& error) {
        std::cerr << "medskapa: " << sentence_of(error) << '\n';
    }
    return 1;
}

}  // namespace medskapa::cli
