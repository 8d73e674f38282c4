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
#include "support/little_strategy.hpp"

#include <algorithm>
#include <random>
#include <set>

using namespace example;

namespace {

/// A published inspel about the paragraph.
int an_inspel_about(const Strategy& at, const std::string& code, const std::string& text) {
    const auto number =
        at.act([&](auto& act) {
              auto typed = draft(text);
              typed.concerns = code;
              return app::receive_inspel(act, at.world.activity, typed, {hex(random_bytes(8)), secret});
          })->number;
    REQUIRE(at.act([&](auto& act) { return app::publish_inspel(act, number); }));
    return number;
}

/// Twenty words, of which one is another.
std::string with_word(int place, const std::string& word) {
    std::string text;
    for (int n = 0; n < 20; ++n) text += (n == place ? word : "ord" + std::to_string(n)) + ' ';
    return text;
}

/// Two lines of the draft and some words, and what a number makes of them.
struct Something {
    const Strategy& at;
    Grounds grounds;
    Lines lines;
    Line one;
    Line two;
    std::string words;

    bool has_heading() const {
        return one.node.kind == Node::Kind::section || two.node.kind == Node::Kind::section;
    }
    Result<Line> done(app::Permitted<Action::edit_text> act, unsigned what) const {
        const auto line = one.node.id;
        switch (what) {
            case 0: return app::edit_words(act, at.document, {line, one.revision, words, grounds});
            case 1:
                return app::add_line(act, at.document, {.after = line, .text = words, .grounds = grounds});
            case 2: return app::move_line(act, at.document, line, two.node.id, grounds);
            case 3: return app::split_line(act, at.document, {line, words, words, "", grounds, true});
            case 4:
                if (has_heading()) break;
                return app::join_lines(act, at.document, {line, two.node.id, words, grounds, true});
            default:
                if (lines.size() < 5 || one.node.kind == Node::Kind::section) break;
                return app::remove_line(act, at.document, line, grounds);
        }
        return refuse(Failure::Kind::invalid);
    }
};

void do_something(const Strategy& at, std::mt19937& random, const Grounds& grounds) {
    const auto lines = at.lines();
    const auto one = lines[1 + random() % (lines.size() - 1)];
    const auto two = lines[1 + random() % (lines.size() - 1)];
    const auto words = "Ord nummer " + std::to_string(random() % 50) + ".";
    const Something something{at, grounds, lines, one, two, words};
    const auto what = static_cast<unsigned>(random() % 6);
    (void)at.act([&](auto& act) { return something.done(act, what); });
}

/// Every line whose words differ from those before, and every one that is gone, has a change.
void check_all_told(const Strategy& at, const Lines& before) {
    auto& db = *at.database.db;
    std::map<std::int64_t, std::string> was;
    for (const auto& line : before) was[line.node.id.value] = line.text;
    for (const auto& line : at.lines()) {
        const auto known = was.find(line.node.id.value);
        if (known != was.end() && known->second == line.text) continue;
        CHECK_FALSE(store::changes_about(db, line.node.id).empty());
    }
    for (const auto& [node, words] : was)
        if (!store::line_of(db, at.draft().id, {node}))
            CHECK_FALSE(store::changes_about(db, Id<Node>{node}).empty());
}

}  // namespace

TEST_CASE(
    "whatever is done to the text, in any order, no link from an issue is lost and every difference is "
    "told") {
    detail::on_sqlite([](TestDatabase& database) {
        const Strategy at{database};
        const auto referral = at.freeze();
        const auto issue = an_issue(at);
        const Grounds grounds{{{Cause::Kind::issue, issue.id.value}}, ""};
        std::mt19937 random{3};
        for (int step = 0; step < 200; ++step) do_something(at, random, grounds);

        check_all_told(at, store::lines_of(*database.db, referral.id));
        for (const auto& change : at.changes())
            CHECK(store::causes_of(*database.db, change.id) == grounds.causes);
    });
}

namespace {

/// An inspel that asks for another word at each of these places of the first paragraph.
std::vector<std::pair<int, Cause>> amendments_at(const Strategy& at, const std::vector<int>& places) {
    std::vector<std::pair<int, Cause>> amendments;
    for (const int place : places) {
        const auto number = an_inspel_about(at, "RUS-1-p1", "Byt ord " + std::to_string(place));
        const auto inspel = store::inspel_numbered(*at.database.db, at.world.revision.id, number);
        amendments.emplace_back(place, Cause{Cause::Kind::inspel, inspel->id.value});
    }
    return amendments;
}

/// The words as they were: refused until it is said of each that was brought in that it may go.
void put_back(const Strategy& at, const std::string& before) {
    const auto now = at.line("RUS-1-p1");
    app::Edit back{now.node.id, now.revision, before, spelling};
    CHECK_FALSE(at.act([&](auto& act) { return app::edit_words(act, at.document, back); }));
    for (const auto& loss : app::taken_out(*at.database.db, at.document, now, before, now.revision))
        back.may_go.push_back(loss.revision);
    REQUIRE(at.act([&](auto& act) { return app::edit_words(act, at.document, back); }));
}

}  // namespace

TEST_CASE(
    "amendments that do not meet give the same words in whatever order they are taken in, and keep their "
    "links and what was said") {
    detail::on_sqlite([](TestDatabase& database) {
        const Strategy at{database};
        REQUIRE(at.edit("RUS-1-p1", with_word(-1, ""), {}));
        at.freeze();
        const auto before = at.line("RUS-1-p1");
        auto amendments = amendments_at(at, {1, 5, 9, 13, 17});
        const auto take_in = [&](const std::pair<int, Cause>& amendment) {
            const auto words = with_word(amendment.first, "nytt" + std::to_string(amendment.first));
            REQUIRE(at.edit_from(before, words, {{amendment.second}, ""}));
        };
        std::mt19937 random{8};
        std::set<std::string> results;
        for (int round = 0; round < 10; ++round) {
            std::shuffle(amendments.begin(), amendments.end(), random);
            for (const auto& amendment : amendments) take_in(amendment);
            results.insert(at.line("RUS-1-p1").text);
            CHECK(store::causes_of(*database.db, at.changes().at(0).id).size() == amendments.size());
            CHECK(store::inspel_about(*database.db, at.world.revision.id, "RUS-1-p1", 10).size() ==
                  amendments.size());
            put_back(at, before.text);
        }
        CHECK(results.size() == 1);
    });
}
