#include "cli/regional/command.hpp"

#include "base/digest.hpp"
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

/// A Swede writes 7,5 where the engine says 7.5.
Complaint with_decimal_commas(Complaint complaint) {
    for (auto& hole : complaint.holes) {
        const bool is_decimal = hole.find_first_not_of("0123456789.") == hole.npos &&
                                std::count(hole.begin(), hole.end(), '.') == 1;
        if (is_decimal) std::replace(hole.begin(), hole.end(), '.', ',');
    }
    return complaint;
}

}  // namespace

std::string say(const Complaint& complaint) {
    const auto language = language_of_environment();
    const auto& words = web::words_of(language);
    return words.complaint(language == Language::sv ? with_decimal_commas(complaint) : complaint);
}

tl::unexpected<std::string> because(const Failure& failure, const std::string& file) {
    std::string sentence = file.empty() ? "" : file + ":";
    for (const auto& complaint : failure.complaints)
        sentence += (sentence.empty() ? "" : " ") + say(complaint);
    return tl::unexpected{std::move(sentence)};
}

void print_warnings(const std::vector<regional::Warning>& warnings) {
    for (const auto& warning : warnings) std::cerr << words()(N_("warning")) << ": " << say(warning) << '\n';
}

Outcome<std::string> take_in(
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

Completed keep_record(const std::string& file, const regional::Run& run) {
    if (file.empty()) return {};
    return deliver(file, [&](std::ostream& out) { out << regional::run_record(run); });
}

int outcome(const std::function<Completed()>& command) {
    try {
        const auto done = command();
        if (done) return 0;
        std::cerr << "medskapa: " << done.error() << '\n';
    } catch (const CLI::Error&) {
        throw;
    } catch (const std::bad_alloc&) {
        std::cerr << "medskapa: "
                  << words()(N_("The computer's memory does not suffice for this file. Use coarser codes."))
                  << '\n';
    } catch (const std::exception& error) {
        std::cerr << "medskapa: " << error.what() << '\n';
    }
    return 1;
}

}  // namespace medskapa::cli
