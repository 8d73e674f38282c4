#include "cli/log/log.hpp"

#include "app/log/log_audit.hpp"
#include "app/log/log_documents.hpp"
#include "cli/command.hpp"
#include "cli/files.hpp"
#include "cli/log/examine.hpp"
#include "cli/log/fetch.hpp"
#include "cli/log/log_report.hpp"
#include "cli/log/log_vectors.hpp"
#include "cli/log/trust.hpp"
#include "cli/options.hpp"
#include "cli/progress.hpp"
#include "cli/terminal.hpp"
#include "store/files/log_folder.hpp"

#include <fmt/format.h>
#include <algorithm>
#include <filesystem>
#include <iostream>
#include <memory>

namespace medskapa::cli {
namespace {

using namespace openlog;

template <class Known>
tl::unexpected<Failure> failed(const Known& result) {
    return tl::unexpected{result.error()};
}

struct VerifyOptions {
    std::string log;
    std::string since;
    std::string save;
    std::string documents;
    std::string database;
    Trust trust;
    bool json = false;
};

/// Where the log lies: a data folder's own is in it, and its database can be compared with it.
struct WhereLogIs {
    std::string log;
    std::string database;
};

WhereLogIs where_log_is(const VerifyOptions& options) {
    const Installation installation{options.log, options.database};
    if (!std::filesystem::is_directory(installation.log_folder())) return {options.log, options.database};
    return {installation.log_folder(), installation.database().place};
}

/// Where the documents are that entries speak of: named, or the site whose log it is.
std::string site_of(const VerifyOptions& options) {
    constexpr std::string_view below_site = "/logg";
    const auto& log = options.log;
    if (!options.documents.empty() || !log.starts_with("http") || !log.ends_with(below_site))
        return options.documents;
    return log.substr(0, log.size() - below_site.size());
}

Result<AuditQuestion> question_of(const VerifyOptions& options, const std::optional<Policy>& policy) {
    auto keys = keys_of(options.trust, policy);
    if (!keys) return failed(keys);
    AuditQuestion question{*std::move(keys), {}, {}, {}};
    if (const auto site = site_of(options); !site.empty()) question.documents = fetch_from(site);
    if (options.since.empty()) return question;
    const auto text = bytes_of(options.since);
    if (!text) return failed(text);
    auto since = read_signed_checkpoint(*text);
    if (!since) return failed(since);
    question.since = *std::move(since);
    return question;
}

Result<AuditReport> examined(const VerifyOptions& options) {
    const auto policy = policy_of(options.trust);
    if (!policy) return failed(policy);
    auto question = question_of(options, *policy);
    if (!question) return failed(question);
    ProgressLine line;
    question->progress = [&, stage = words()(N_("Reading the log"))](std::uint64_t done, std::uint64_t all) {
        line.show(stage, static_cast<double>(done) / static_cast<double>(all));
    };
    const auto where = where_log_is(options);
    const auto db = where.database.empty() ? nullptr : sql::open({where.database}, sql::Access::read_only);
    if (db && !question->documents) question->documents = app::documents_in(*db);
    const auto log = fetch_from(where.log);
    auto report = audit(log, *question);
    if (!report) return report;
    const auto size = report->newest.checkpoint.head.size;
    if (db)
        for (auto& finding : app::differences(*db, Source{size, log}, size))
            report->findings.push_back(std::move(finding));
    if (const auto enough = enough_witnesses(*policy, report->signers); !enough)
        report->findings.push_back({Finding::Kind::breach, {}, enough.error().complaints.front()});
    return report;
}

int verify(const VerifyOptions& options) {
    const auto report = examined(options);
    if (!report) return refused(report.error());
    if (options.json)
        print_json(std::cout, *report);
    else
        print(std::cout, *report, words());
    if (!report->holds()) return 1;
    if (options.save.empty()) return 0;
    const auto saved =
        write_file(options.save, [&](std::ostream& out) { out << text_of(report->newest.note); });
    return saved ? 0 : refused(saved.error());
}

void add_verify(Command& log, int& exit_code) {
    auto options = std::make_shared<VerifyOptions>();
    auto* command = log.add_subcommand("verify", "Read a whole log, compute it anew and examine its entries");
    command->footer(
        "Example: medskapa log verify https://rus.example.org/logg --since last.checkpoint --save "
        "last.checkpoint");
    command
        ->add_option("LOG", options->log,
            "The log's address, a folder with a copy of it, or an installation's data folder: then its "
            "database too")
        ->required();
    command->add_option("--database", options->database, "The database to compare with, postgresql://...");
    command->add_option(
        "--since", options->since, "A checkpoint kept from before: it must be the same history");
    command->add_option(
        "--save", options->save, "Keep the newest checkpoint in this file when the log holds");
    command->add_option("--documents", options->documents,
        "The site, or a folder, where the documents lie that entries speak of; an address that ends "
        "in /logg names its site itself");
    command->add_flag("--json", options->json, "Print one JSON object");
    add_trust(*command, options->trust);
    command->callback([options, &exit_code] { exit_code = run_command([&] { return verify(*options); }); });
}

struct ReceiptOptions {
    std::string file;
    std::string log;
    Trust trust;
};

Result<ReceiptReport> checked(const ReceiptOptions& options) {
    const auto policy = policy_of(options.trust);
    if (!policy) return failed(policy);
    const auto keys = keys_of(options.trust, *policy);
    if (!keys) return failed(keys);
    const auto text = bytes_of(options.file);
    if (!text) return failed(text);
    auto report = check_receipt(*text, *keys, options.log.empty() ? Fetch{} : fetch_from(options.log));
    if (!report) return report;
    if (auto enough = enough_witnesses(*policy, report->signers); !enough) return failed(enough);
    if (!report->words_agree)
        return refuse(Failure::Kind::invalid, {{"receipt", N_("The words in the file have been altered: they "
                                                              "are not those that the proof stands for")}});
    return report;
}

int receipt(const ReceiptOptions& options) {
    const auto report = checked(options);
    if (!report) return refused(report.error());
    print(std::cout, *report, words());
    return 0;
}

void add_check_receipt(Command& log, int& exit_code) {
    auto options = std::make_shared<ReceiptOptions>();
    auto* command = log.add_subcommand("check-receipt", "Check a receipt, with or without the log");
    command->footer(
        "Example: medskapa log check-receipt kvitto-7f3a9c.txt --log https://rus.example.org/logg");
    command->add_option("FILE", options->file, "The receipt, or a .tlog-proof")->required();
    command->add_option("--log", options->log, "The log's address or folder: does it hold the entry today?");
    add_trust(*command, options->trust);
    command->callback([options, &exit_code] { exit_code = run_command([&] { return receipt(*options); }); });
}

int vectors(const std::string& folder) {
    if (!std::filesystem::is_directory(folder))
        give_up(N_("{} could not be read. Check the name and that you may read it."), folder);
    const auto tally = run_vectors(folder, std::cout);
    if (!tally) return refused(tally.error());
    std::cout << fmt::format("{} passed, {} failed\n", tally->passed, tally->failed);
    if (tally->failed == 0) return 0;
    give_up(N_("Not all test vectors pass: {} failed. They are named above."), tally->failed);
}

void add_vectors(Command& log, int& exit_code) {
    auto folder = std::make_shared<std::string>();
    auto* command = log.add_subcommand("vectors", "Run the published test vectors through this program");
    command->footer("Example: medskapa log vectors ../shared/data/log");
    command->add_option("DIR", *folder, "The folder of the vectors")->required();
    command->callback([folder, &exit_code] { exit_code = run_command([&] { return vectors(*folder); }); });
}

}  // namespace

Result<AuditReport> examine_log(const Installation& installation) {
    VerifyOptions options;
    options.log = installation.data;
    options.database = installation.database_url;
    const auto log = log_of(installation, "");
    options.trust.vkeys.push_back(as_vkey(log.key.verifier()));
    return examined(options);
}

void add_log(Command& program, int& exit_code) {
    auto* log = program.add_subcommand("log", "Check the open log, without trusting a server");
    log->require_subcommand(1);
    log->footer("Example: medskapa log verify https://rus.example.org/logg");
    add_verify(*log, exit_code);
    add_check_receipt(*log, exit_code);
    add_vectors(*log, exit_code);
    add_log_upkeep(*log, exit_code);
    add_log_policy(*log, exit_code);
}

}  // namespace medskapa::cli
