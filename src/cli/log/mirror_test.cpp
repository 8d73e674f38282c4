#include "cli/log/mirror.hpp"

#include "cli/log/fetch.hpp"
#include "support/published_log.hpp"
#include "support/scratch.hpp"

#include <doctest/doctest.h>
#include <fstream>

using namespace medskapa;
using example::PublishedLog;
namespace fs = std::filesystem;

namespace {

void grow(PublishedLog& log, int entries) {
    for (int i = 0; i < entries; ++i)
        log.append("inspel.received", "inspel/" + std::to_string(log.entries.size()));
    log.publish();
}

openlog::AuditQuestion question_about(const PublishedLog& log) {
    return {{log.key.verifier()}, {}, {}, {}};
}

/// A log's files, and how often one was asked for.
struct CountedLog {
    const PublishedLog& log;
    std::map<std::string, int> asked = {};

    openlog::Fetch fetch() {
        return [this](const std::string& path) {
            ++asked[path];
            return log.fetch()(path);
        };
    }
};

bool copy_holds(const fs::path& folder, const PublishedLog& log) {
    const auto report = openlog::audit(cli::fetch_from(folder.string()), question_about(log));
    return report && report->holds() && report->newest.checkpoint.head.size == log.entries.size();
}

std::map<std::string, std::string> files_below(const fs::path& folder) {
    std::map<std::string, std::string> files;
    for (const auto& entry : fs::recursive_directory_iterator{folder}) {
        if (!entry.is_regular_file() || entry.path().filename() == "lock") continue;
        std::ifstream file{entry.path(), std::ios::binary};
        files[fs::relative(entry.path(), folder).string()] = {std::istreambuf_iterator<char>{file}, {}};
    }
    return files;
}

}  // namespace

TEST_CASE("a mirror is a copy that holds by itself, and goes on with what is new") {
    PublishedLog log;
    grow(log, 300);
    const test::Scratch scratch;
    const auto folder = scratch.folder / "mirror";

    const auto first = cli::mirror(log.fetch(), folder, question_about(log));
    REQUIRE(first);
    CHECK(first->report.holds());
    CHECK(copy_holds(folder, log));

    grow(log, 300);
    CountedLog counted{log};
    const auto second = cli::mirror(counted.fetch(), folder, question_about(log));
    REQUIRE(second);
    CHECK(second->report.holds());
    CHECK(copy_holds(folder, log));
    CHECK(counted.asked["tile/entries/000"] == 0);
    CHECK(counted.asked["tile/0/000"] == 0);
    CHECK_FALSE(fs::exists(folder / "tile/0/001.p"));
    CHECK_FALSE(fs::exists(folder / ".medskapa-incoming"));
}

TEST_CASE(
    "what does not hold is not copied: another history, an older one, a changed entry, too few witnesses") {
    PublishedLog log;
    grow(log, 300);
    const test::Scratch scratch;
    const auto folder = scratch.folder / "mirror";
    const auto older = log;
    grow(log, 20);
    REQUIRE(cli::mirror(log.fetch(), folder, question_about(log))->report.holds());
    const auto before = files_below(folder);

    const auto is_refused = [&](const PublishedLog& served,
                                const std::optional<openlog::Policy>& policy = {}) {
        const auto mirrored = cli::mirror(served.fetch(), folder, question_about(log), policy);
        CHECK(mirrored);
        CHECK_FALSE(mirrored->report.holds());
        CHECK(mirrored->files == 0);
        CHECK(files_below(folder) == before);
    };
    is_refused(older);

    PublishedLog other;
    for (int i = 0; i < 400; ++i) other.append("inspel.received", "inspel/x" + std::to_string(i));
    other.publish();
    is_refused(other);

    auto changed = log;
    grow(changed, 20);
    for (auto& [path, bytes] : changed.files)
        if (path.starts_with("tile/entries/001")) bytes[bytes.size() - 10] ^= 1;
    is_refused(changed);

    const auto witness =
        openlog::as_vkey(example::key_of("witness.example.org", openlog::KeyType::cosignature).verifier());
    const auto policy = openlog::read_policy(
        "log " + openlog::as_vkey(log.key.verifier()) + "\nwitness w " + witness + "\nquorum w\n");
    REQUIRE(policy);
    grow(log, 5);
    is_refused(log, *policy);
}

TEST_CASE("a mirror whose own files are broken is mended from the log") {
    PublishedLog log;
    grow(log, 300);
    const test::Scratch scratch;
    const auto folder = scratch.folder / "mirror";
    REQUIRE(cli::mirror(log.fetch(), folder, question_about(log))->report.holds());
    std::ofstream{folder / "tile/entries/000", std::ios::binary} << "half";
    CHECK_FALSE(copy_holds(folder, log));

    REQUIRE(cli::mirror(log.fetch(), folder, question_about(log))->report.holds());
    CHECK(copy_holds(folder, log));
}
