#pragma once

#include <algorithm>
#include <random>
#include <set>
#include "app/document/document.hpp"
#include "app/document/draft.hpp"
#include "app/document/standing.hpp"
#include "app/inspel/inspel.hpp"
#include "app/issue/issues.hpp"
#include "store/document/document_store.hpp"
#include "store/document/trace_store.hpp"
#include "store/inspel/inspel_store.hpp"
#include "store/issue/issue_store.hpp"
#include "support/example.hpp"

namespace example::inline little_strategy_shared {

inline constexpr auto little = R"(# Länet 2050 {#RUS}

## 1 Vision {#RUS-1}

[RUS-1-p1] Länet är en plats att leva på.

[RUS-1-p2] Avstånden är långa.

## 2 Mål {#RUS-2}

[RUS-2-p1] Alla ska nå en affär.
)";

/// A process with the little strategy in it.
struct Strategy {
    TestDatabase& database;
    World world;
    Document document;

    explicit Strategy(TestDatabase& where) : database{where}, world{settle(where)} {
        document = database
                       .act(world.revision,
                           [&](auto& act) {
                               const Document begun{{}, {}, {}, "RUS", "Länet 2050"};
                               return app::open_document(act, begun, *read_manuscript(little, "RUS"));
                           })
                       .value();
    }

    template <class Verb>
    auto act(Verb verb) const {
        return database.act(world.revision, verb);
    }

    Version freeze(Version::Kind kind = Version::Kind::referral) const {
        return act([&](auto& act) { return app::freeze(act, document, kind, "Remiss"); }).value();
    }

    Version draft() const { return store::draft_of(*database.db, document.id); }
    Lines lines() const { return store::lines_of(*database.db, draft().id); }
    Line line(const std::string& code) const {
        return *store::line_of(
            *database.db, draft().id, store::node_named(*database.db, world.revision.id, code)->node.id);
    }
    std::vector<Change> changes() const { return store::changes_to(*database.db, draft().id); }

    Result<Line> edit(const std::string& code, const std::string& text, const Grounds& grounds) const {
        const auto now = line(code);
        return edit_from(now, text, grounds);
    }
    Result<Line> edit_from(const Line& seen, const std::string& text, const Grounds& grounds) const {
        return act([&](auto& act) {
            return app::edit_words(act, document, {seen.node.id, seen.revision, text, grounds});
        });
    }
};

inline const Grounds spelling{{}, "Stavfel."};

/// An issue of a published inspel.
inline Issue an_issue(const Strategy& at) {
    const auto number = at.act([&](auto& act) {
                              return app::receive_inspel(
                                  act, at.world.activity, draft("Skriv om avstånden."), {"form", secret});
                          })->number;
    REQUIRE(at.act([&](auto& act) { return app::publish_inspel(act, number); }));
    return at
        .act([&](auto& act) {
            return app::split_inspel(act, number, {"Skriv om avstånden.", "", "", "", {}}, today);
        })
        .value();
}

}  // namespace example::inline little_strategy_shared
