#pragma once

#include "app/document/document.hpp"
#include "app/document/draft.hpp"
#include "app/inspel/inspel.hpp"
#include "app/issue/issues.hpp"
#include "store/document/document_store.hpp"
#include "store/site/site_store.hpp"
#include "support/example.hpp"

/// The small world with a strategy in it, and the acts that lead from an inspel to its decision.
namespace example {

inline constexpr auto small_strategy = R"(# Länet 2050 {#RUS}

## 1 Vision {#RUS-1}

[RUS-1-p1] Länet är en plats att leva på.

[RUS-1-p2] Avstånden är långa.

## 2 Mål {#RUS-2}

[RUS-2-p1] Alla ska nå en affär.
)";

struct StrategyProcess {
    TestDatabase& database;
    World world;
    Document document;
    Body assembly;

    const Process& process() const { return world.revision; }

    template <class Verb>
    auto tries(Verb verb) const {
        return database.act(process(), verb);
    }
    template <class Verb>
    auto does(Verb verb) const {
        return tries(verb).value();
    }

    explicit StrategyProcess(TestDatabase& where) : StrategyProcess{where, settle(where)} {}
    StrategyProcess(TestDatabase& where, World in) : database{where}, world{std::move(in)} {
        document = does([&](auto& act) {
            return app::open_document(
                act, {{}, {}, {}, "RUS", "Länet 2050"}, *read_manuscript(small_strategy, "RUS"));
        });
        assembly = does([&](auto& act) {
            Body draft;
            draft.slug = "fullmaktige";
            draft.kind = Body::Kind::assembly;
            draft.title = {"Regionfullmäktige", "The assembly"};
            return app::add_body(act, draft);
        });
    }

    int received(const InspelDraft& typed) const {
        return does([&](auto& act) {
            return app::receive_inspel(act, world.activity, typed, {hex(random_bytes(8)), secret});
        }).number;
    }
    int published(const InspelDraft& typed) const {
        const auto number = received(typed);
        does([&](auto& act) { return app::publish_inspel(act, number); });
        return number;
    }
    int published(const std::string& text) const { return published(draft(text)); }

    Issue split(int inspel, const std::string& quote) const {
        return does([&](auto& act) {
            return app::split_inspel(act, inspel, {quote, "", "", "", {}}, today);
        });
    }
    void answer(const Issue& issue, const std::string& outcome, const std::string& text = "Tack.") const {
        does([&](auto& act) { return app::answer_issue(act, issue.id, outcome, text, {}); });
    }
    void publish_answers() const {
        does([&](auto& act) { return app::publish_answers(act, {}); });
    }

    Result<Version> freezes(Version::Kind kind, const std::string& title = "Text") const {
        return tries([&](auto& act) { return app::freeze(act, document, kind, title); });
    }
    Line edit(const std::string& code, const std::string& words, const Grounds& grounds) const {
        return does([&](auto& act) {
            const auto draft = store::draft_of(act.db(), document.id);
            const auto node = store::node_named(act.db(), process().id, code)->node.id;
            const auto seen = store::line_of(act.db(), draft.id, node)->revision;
            return app::edit_words(act, document, {node, seen, words, grounds});
        });
    }
};

}  // namespace example
