#include "app/document/document.hpp"
#include "cli/commands.hpp"
#include "store/document/document_store.hpp"
#include "store/files/installation.hpp"
#include "store/log/log_store.hpp"
#include "support/command_line.hpp"
#include "support/strategy_process.hpp"

using namespace example;
using medskapa::test::Desk;
using medskapa::test::Ended;

namespace {

/// A machine with a process whose strategy has been frozen once.
struct ImportDesk {
    Desk desk;
    store::Installation installation{desk.path("data"), ""};

    ImportDesk() {
        (void)store::begin_installation(installation, noon);
        TestDatabase database{installation.database()};
        const StrategyProcess at{database};
        REQUIRE(at.freezes(Version::Kind::referral));
    }

    Ended import(const std::string& document, const std::string& text, std::vector<std::string> more) const {
        std::vector<std::string> words{"import", "document", desk.put("text.md", text), "--data",
            desk.path("data"), "--process", "rus-2050", "--document", document};
        words.insert(words.end(), more.begin(), more.end());
        return medskapa::test::run(cli::add_import_document, std::move(words));
    }
    std::int64_t log_size() const {
        return store::log_size(*sql::open(installation.database(), sql::Access::read_only));
    }
};

const std::string other_words = "# Länet 2050 {#RUS}\n\n[RUS-1-p1] Helt andra ord.\n";

}  // namespace

TEST_CASE("a dry run of a text is refused by what would refuse the import itself, and keeps nothing") {
    const ImportDesk at;
    const auto before = at.log_size();
    const auto tried = at.import("RUS", other_words, {"--dry-run"});  // without a reason
    CHECK(tried.code == 1);
    CHECK_FALSE(tried.err.empty());
    CHECK(tried.err == at.import("RUS", other_words, {}).err);
    CHECK(at.log_size() == before);
}

TEST_CASE("a dry run that nothing would refuse says what would be done, and keeps nothing") {
    const ImportDesk at;
    const auto before = at.log_size();
    CHECK(at.import("RUS", other_words, {"--reason", "Ny utgåva", "--dry-run"}).code == 0);
    CHECK(at.import("PLAN", "# Planen {#PLAN}\n\nOrd.\n", {"--dry-run"}).code == 0);
    CHECK(at.log_size() == before);
    CHECK(at.import("RUS", other_words, {"--reason", "Ny utgåva"}).code == 0);
    CHECK(at.log_size() > before);
}
