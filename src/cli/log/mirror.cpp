#include "cli/log/mirror.hpp"

#include "cli/command.hpp"
#include "cli/files.hpp"
#include "cli/log/fetch.hpp"
#include "cli/log/log.hpp"
#include "cli/log/log_report.hpp"
#include "cli/log/trust.hpp"
#include "cli/options.hpp"
#include "cli/progress.hpp"
#include "cli/terminal.hpp"
#include "store/files/durable_file.hpp"
#include "store/files/log_folder.hpp"

#include <algorithm>
#include <iostream>
#include <memory>

namespace medskapa::cli {
namespace {

namespace fs = std::filesystem;
using namespace openlog;

constexpr auto checkpoint_path = "checkpoint";

std::optional<Tile> tile_named(const std::string& path) {
    const auto tile = read_tile_path(path);
    return tile ? tile : read_entries_path(path);
}

/// Reads a log for the copy in a folder. What comes from the log lies in a folder of its own until it is
/// kept.
class Incoming {
public:
    enum class Own { is_read, is_passed_over };

    Incoming(Fetch log, fs::path folder, Own own)
        : log_{std::move(log)},
          folder_{std::move(folder)},
          aside_{folder_ / ".medskapa-incoming"},
          copy_{own == Own::is_read ? store::files_in(folder_) : Fetch{}} {
        fs::remove_all(aside_);
    }
    ~Incoming() {
        std::error_code ignored;
        fs::remove_all(aside_, ignored);
    }
    Incoming(const Incoming&) = delete;
    Incoming& operator=(const Incoming&) = delete;

    std::optional<std::string> file(const std::string& path) {
        const auto tile = tile_named(path);
        if (!tile && path != checkpoint_path) return log_(path);
        if (copy_ && tile && tile->is_full())
            if (auto bytes = copy_(path)) return bytes;
        auto bytes = log_(path);
        if (!bytes) return bytes;
        if (path == checkpoint_path)
            checkpoint_ = *bytes;
        else
            put(path, *bytes);
        return bytes;
    }

    /// The tiles first: a checkpoint speaks of nothing that is not there.
    std::size_t keep() {
        for (const auto& path : fetched_) {
            fs::create_directories((folder_ / path).parent_path());
            store::rename_durably(aside_ / path, folder_ / path);
        }
        store::write_durably(folder_ / checkpoint_path, checkpoint_, store::Readers::everybody);
        for (const auto& path : fetched_) remove_superseded(path);
        return fetched_.size() + 1;
    }

private:
    void put(const std::string& path, const std::string& bytes) {
        store::write_durably(aside_ / path, bytes, store::Readers::everybody);
        if (std::find(fetched_.begin(), fetched_.end(), path) == fetched_.end()) fetched_.push_back(path);
    }

    /// A tile that has grown makes the narrower ones of its place unneeded.
    void remove_superseded(const std::string& path) const {
        const auto dot = path.rfind(".p/");
        const auto narrower = folder_ / (dot == path.npos ? path + ".p" : path.substr(0, dot + 2));
        if (!fs::is_directory(narrower)) return;
        if (dot == path.npos) {
            fs::remove_all(narrower);
            return;
        }
        std::vector<fs::path> others;
        for (const auto& entry : fs::directory_iterator{narrower})
            if (entry.path() != folder_ / path) others.push_back(entry.path());
        for (const auto& other : others) fs::remove(other);
    }

    Fetch log_;
    fs::path folder_;
    fs::path aside_;
    Fetch copy_;
    std::string checkpoint_;
    std::vector<std::string> fetched_;
};

Result<Mirrored> tried(
    Incoming& incoming, const AuditQuestion& question, const std::optional<Policy>& policy) {
    auto report = audit([&](const std::string& path) { return incoming.file(path); }, question);
    if (!report) return tl::unexpected{report.error()};
    if (const auto enough = enough_witnesses(policy, report->signers); !enough)
        report->findings.push_back({Finding::Kind::breach, {}, enough.error().complaints.front()});
    Mirrored mirrored{*std::move(report), 0};
    if (mirrored.report.holds()) mirrored.files = incoming.keep();
    return mirrored;
}

struct MirrorOptions {
    std::string log;
    std::string folder;
    std::string documents;
    Trust trust;
    bool json = false;
};

Result<Mirrored> mirrored(const MirrorOptions& options) {
    const auto policy = policy_of(options.trust);
    if (!policy) return tl::unexpected{policy.error()};
    auto keys = keys_of(options.trust, *policy);
    if (!keys) return tl::unexpected{keys.error()};
    AuditQuestion question{*std::move(keys), {}, {}, {}};
    if (!options.documents.empty()) question.documents = fetch_from(options.documents);
    ProgressLine line;
    question.progress = [&, stage = words()(N_("Reading the log"))](std::uint64_t done, std::uint64_t all) {
        line.show(stage, static_cast<double>(done) / static_cast<double>(all));
    };
    return mirror(fetch_from(options.log), options.folder, std::move(question), *policy);
}

int run(const MirrorOptions& options) {
    const auto done = mirrored(options);
    if (!done) return refused(done.error());
    if (options.json)
        print_json(std::cout, done->report);
    else
        print(std::cout, done->report, words());
    if (!done->report.holds()) {
        std::cerr << words()(N_("Nothing was copied to {}: it is as it was."), options.folder) << '\n';
        return 1;
    }
    std::cerr << words()(N_("{} files were copied to {}."), done->files, options.folder) << '\n';
    return 0;
}

}  // namespace

Result<Mirrored> mirror(
    const Fetch& log, const fs::path& folder, AuditQuestion question, const std::optional<Policy>& policy) {
    const store::FolderLock lock{folder};
    if (const auto own = store::files_in(folder)(checkpoint_path)) {
        auto since = read_signed_checkpoint(*own);
        if (!since) return tl::unexpected{since.error()};
        question.since = *std::move(since);
    }
    {
        Incoming with_copy{log, folder, Incoming::Own::is_read};
        auto first = tried(with_copy, question, policy);
        if (!first || first->report.holds()) return first;
    }
    Incoming anew{log, folder, Incoming::Own::is_passed_over};
    return tried(anew, question, policy);
}

void add_mirror(Command& program, int& exit_code) {
    const auto options = std::make_shared<MirrorOptions>();
    auto* command = program.add_subcommand("mirror", "Fetch a log, check it, and keep a copy of what holds");
    command->footer("Example: medskapa mirror https://rus.example.org/logg spegel/");
    command->add_option("LOG", options->log, "The log's address, or a folder with a copy of it")->required();
    command->add_option("DIR", options->folder, "The folder of the copy; run it again to go on")->required();
    command->add_option("--documents", options->documents,
        "The site, or a folder, where the documents lie that entries speak of: they are checked, not copied");
    command->add_flag("--json", options->json, "Print one JSON object");
    add_trust(*command, options->trust);
    command->callback([options, &exit_code] { exit_code = run_command([&] { return run(*options); }); });
}

}  // namespace medskapa::cli
