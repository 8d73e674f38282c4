#include "domain/referral/positions.hpp"

#include "store/document/document_store.hpp"
#include "store/referral/referral_store.hpp"
#include "web/referral/addresses.hpp"
#include "web/referral/pages.hpp"
#include "web/referral/words.hpp"
#include "web/site/addresses.hpp"
#include "web/ui/table.hpp"

#include <algorithm>
#include <set>

/// What those who answered think, part by part and kind by kind.
namespace medskapa::web::referral {
namespace {

/// Of the published answers that count.
std::vector<CountedPositions> positions_of(sql::Connection& db, const Referral& referral) {
    std::map<Id<ReferralAnswer>, CountedPositions> counted;
    const auto answers = store::received_answers(db, referral.id);
    for (const auto& answer : answers)
        if (answer.state == Inspel::State::published)
            counted[answer.answer.id] = {
                answer.confirmed_kind(), named<Position>(answer.answer.draft.position)};
    for (const auto& taken : store::positions_on_parts(db, referral.id)) {
        const auto found = counted.find(taken.answer);
        const auto part = taken.question == 0 ? taken.code : '?' + std::to_string(taken.question);
        if (found != counted.end()) found->second.parts[part] = taken.position;
    }
    std::vector<CountedPositions> all;
    for (auto& [id, positions] : counted) all.push_back(std::move(positions));
    return all;
}

/// A code alone stays on one line: its hyphens are no places to break.
Html name_of_part(
    const Words& words, const Referral& referral, const Lines& version, const std::string& part) {
    for (const auto& question : referral.questions)
        if (part == '?' + std::to_string(question.number))
            return html("{}", words("Question {}: {}", question.number, question.text));
    for (const auto& line : version)
        if (line.node.code == part && line.node.kind == Node::Kind::section) return html("{}", line.text);
    return html(R"(<span class="unbroken">{}</span>)", part);
}

/// One column each: the kinds that have said anything at all, and last those that are not confirmed.
using Columns = std::vector<std::optional<Party::Kind>>;

Columns columns_of(const std::vector<PositionsOn>& all) {
    std::set<std::optional<Party::Kind>> kinds;
    for (const auto& on : all)
        for (const auto& [position, by_kind] : on.counts)
            for (const auto& [kind, count] : by_kind) kinds.insert(kind);
    Columns columns{kinds.begin(), kinds.end()};
    if (kinds.contains(std::nullopt)) std::rotate(columns.begin(), columns.begin() + 1, columns.end());
    return columns;
}

/// The position and how many of each kind take it.
std::vector<Html> row_of(const Words& words, Position position,
    const std::map<std::optional<Party::Kind>, int>& by_kind, const Columns& kinds) {
    std::vector<Html> row{html("{}", shown(position, words))};
    int sum = 0;
    for (const auto kind : kinds) {
        const auto found = by_kind.find(kind);
        const int count = found == by_kind.end() ? 0 : found->second;
        sum += count;
        row.push_back(html("{}", words.number(count)));
    }
    row.push_back(html("<strong>{}</strong>", words.number(sum)));
    return row;
}

ui::Table table_of(const Words& words, const std::string& caption, const Columns& kinds) {
    ui::Table table{.caption = caption, .columns = {{words("Position")}}};
    for (const auto kind : kinds)
        table.columns.push_back({kind ? shown(*kind, words) : words("Not confirmed"), ui::Cell::number});
    table.columns.push_back({words("All"), ui::Cell::number});
    return table;
}

/// On the whole in a table of its own; all parts in one, whose rows begin with the part.
Html tables_of(
    const Visit& visit, const Referral& referral, const Lines& version, const std::vector<PositionsOn>& all) {
    const auto& words = visit.words;
    const auto kinds = columns_of(all);
    auto whole = table_of(words, words("The whole"), kinds);
    auto parts = table_of(words, words("Questions and sections"), kinds);
    parts.columns.insert(parts.columns.begin(), {words("Part")});
    for (const auto& on : all)
        for (const auto& [position, by_kind] : on.counts) {
            auto row = row_of(words, position, by_kind, kinds);
            if (!on.part.empty()) row.insert(row.begin(), name_of_part(words, referral, version, on.part));
            (on.part.empty() ? whole : parts).rows.push_back(std::move(row));
        }
    return html("{}{}", ui::table(whole), parts.rows.empty() ? Html{} : ui::table(parts));
}

std::optional<Referral> asked_for(const Visit& visit) {
    const auto number = Visit::number(visit.path.at("referral"));
    return number ? store::referral_numbered(visit.db, visit.process->id, *number) : std::nullopt;
}

Html tables_view(const Visit& visit, const Referral& referral) {
    const auto& words = visit.words;
    const auto lines = store::lines_of(visit.db, referral.version);
    const auto answers = positions_of(visit.db, referral);
    if (answers.empty())
        return html(
            "<p>{}</p>", words("No answer has been published yet. Come back when some have been read."));
    return tables_of(visit, referral, lines, counted_positions(answers, {lines, referral.questions}));
}

}  // namespace

Response positions(const Visit& visit) {
    const auto referral = asked_for(visit);
    if (!referral) return problem(visit, Failure::Kind::not_found);
    const auto& words = visit.words;
    const auto body = html(R"(
<h1 class="long-word">{title}</h1>
<p class="lead">{lead}</p>
{example}
{tables})",
        "title"_a = words("Positions by section"),
        "lead"_a =
            words("How many of each kind take each position: on the whole, in each question and on each "
                  "section. Published answers are counted, each party once. Those whose sender we have not "
                  "confirmed stand in a column of their own."),
        "example"_a = example_notice(visit), "tables"_a = tables_view(visit, *referral));
    auto content = process_page(visit, words("Positions by section"), body, "-");
    content.crumbs = {{visit.href(address::start_page), words("Start")},
        {visit.href(address::referral_page, referral->number), words("Formal consultation")}};
    return page(content, visit);
}

}  // namespace medskapa::web::referral
