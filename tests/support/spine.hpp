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

struct Spine {
    TestDatabase& home;
    World world;
    Document document;
    Body assembly;

    const Process& process() const { return world.revision; }

    template <class Verb>
    auto tries(Action action, Verb verb) const {
        const auto permit = may(action, process());
        return home.write([&](sql::Transaction& tx) { return verb(tx, permit); });
    }
    template <class Verb>
    auto does(Action action, Verb verb) const {
        return tries(action, verb).value();
    }

    explicit Spine(TestDatabase& where) : Spine{where, settle(where)} {}
    Spine(TestDatabase& where, World in) : home{where}, world{std::move(in)} {
        document = does(Action::edit_text, [&](auto& tx, auto& permit) {
            return app::open_document(tx, permit, process(), {{}, {}, {}, "RUS", "Länet 2050"},
                *read_manuscript(small_strategy, "RUS"));
        });
        assembly = does(Action::edit_site, [&](auto& tx, auto& permit) {
            Body draft;
            draft.slug = "fullmaktige";
            draft.kind = Body::Kind::assembly;
            draft.title = {"Regionfullmäktige", "The assembly"};
            return app::add_body(tx, permit, process(), draft);
        });
    }

    int received(const InspelDraft& typed) const {
        return does(Action::give_inspel, [&](auto& tx, auto& permit) {
            return app::receive_inspel(
                tx, permit, process(), world.activity, typed, {hex(random_bytes(8)), secret});
        }).number;
    }
    int published(const InspelDraft& typed) const {
        const auto number = received(typed);
        does(Action::moderate_inspel,
            [&](auto& tx, auto& permit) { return app::publish_inspel(tx, permit, process(), number); });
        return number;
    }
    int published(const std::string& text) const { return published(draft(text)); }

    Issue split(int inspel, const std::string& quote) const {
        return does(Action::handle_issues, [&](auto& tx, auto& permit) {
            return app::split_inspel(tx, permit, process(), inspel, {quote, "", "", "", {}}, today);
        });
    }
    void answer(const Issue& issue, const std::string& outcome, const std::string& text = "Tack.") const {
        does(Action::handle_issues, [&](auto& tx, auto& permit) {
            return app::answer_issue(tx, permit, process(), issue.id, outcome, text, {});
        });
    }
    void publish_answers() const {
        does(Action::publish_answers,
            [&](auto& tx, auto& permit) { return app::publish_answers(tx, permit, process(), {}); });
    }

    Result<Version> freezes(Version::Kind kind, const std::string& title = "Text") const {
        return tries(Action::freeze_text, [&](auto& tx, auto& permit) {
            return app::freeze(tx, permit, process(), document, kind, title);
        });
    }
    Line edit(const std::string& code, const std::string& words, const Grounds& grounds) const {
        return does(Action::edit_text, [&](auto& tx, auto& permit) {
            const auto draft = store::draft_of(tx.db(), document.id);
            const auto node = store::node_named(tx.db(), process().id, code)->node.id;
            const auto seen = store::line_of(tx.db(), draft.id, node)->revision;
            return app::edit_words(tx, permit, process(), document, {node, seen, words, grounds});
        });
    }
};

}  // namespace example
