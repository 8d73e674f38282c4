#include "domain/conversation/statement.hpp"
#include "domain/moderation/appeal.hpp"
#include "domain/moderation/few.hpp"
#include "store/inspel/inspel_store.hpp"
#include "store/moderation/conduct_store.hpp"
#include "web/log/addresses.hpp"
#include "web/moderation/addresses.hpp"
#include "web/moderation/pages.hpp"
#include "web/moderation/views.hpp"
#include "web/site/addresses.hpp"
#include "web/ui/pieces.hpp"
#include "web/ui/table.hpp"

namespace medskapa::web::moderation {
namespace {

Html number_view(const std::optional<std::int64_t>& number, const Words& words) {
    return number ? html("{}", words.number(*number)) : html("{}", words("fewer than five"));
}

/// A row for each of the enum's names, under what they are called together, and what they make together where
/// that tells nothing of fewer than five.
template <class Enum>
Html table_of(const std::string& caption, const std::string& names,
    const store::ModerationNumbers::ByName& counted, const Words& words) {
    std::vector<std::int64_t> counts;
    for (const auto& name : names_of<Enum>) {
        const auto found = counted.find(name.word);
        counts.push_back(found == counted.end() ? 0 : found->second);
    }
    const auto shown_numbers = without_few(counts);
    ui::Table table{
        .caption = caption, .columns = {{names}, {words("Number"), ui::Cell::number}}, .rows = {}};
    std::size_t row = 0;
    for (const auto& name : names_of<Enum>)
        table.rows.push_back(
            {html("{}", shown(name.value, words)), number_view(shown_numbers.each[row++], words)});
    table.rows.push_back({html("{}", words("All")),
        shown_numbers.total ? number_view(shown_numbers.total, words) : html("{}", words("not shown"))});
    return ui::table(table);
}

Html log_way(const Visit& visit) {
    return html(R"(<p><a href="{}">{}</a></p>)",
        with_query(visit.href(address::process_log), {{"typ", "granskning"}}),
        visit.words("Every decision, in the open log"));
}

}  // namespace

Response review_numbers(const Visit& visit) {
    const auto& words = visit.words;
    const auto numbers = store::moderation_numbers(visit.db, visit.process->id);
    const auto title = words("How we have reviewed");
    const auto published =
        store::counted(visit.db, visit.process->id, store::Counter::state, name_of(Inspel::State::published));
    const auto body = html(R"(
<h1>{title}</h1><p class="lead">{lead}</p>{facts}{refused}{statements}{reported}{appealed}
<p class="meta">{few}</p>{log}<p><a href="{rules}">{rules_words}</a></p>)",
        "title"_a = title,
        "lead"_a =
            words("Every decision is taken by a person and written in the open log. Here they are counted, "
                  "without saying whom they are about."),
        "facts"_a = ui::facts({{words("inspel are shown"), words.number(published)}}),
        "refused"_a = table_of<DeclineReason>(
            words("Decisions not to show an inspel"), words("Reason"), numbers.refused, words),
        "statements"_a = table_of<RejectReason>(
            words("Statements that are not shown"), words("Reason"), numbers.statements_rejected, words),
        "reported"_a = table_of<ContentReport::Outcome>(words("What became of things that were reported"),
            words("What was decided"), numbers.reported, words),
        "appealed"_a = table_of<Appeal::Outcome>(
            words("What became of appeals"), words("What was decided"), numbers.appealed, words),
        "few"_a = words("Numbers from one to four are not shown, nor a sum that would tell them."),
        "log"_a = log_way(visit), "rules"_a = visit.href(address::conduct_page),
        "rules_words"_a = words("Rules for what you write"));
    auto content = process_page(visit, title, body, "-");
    content.width = ui::Width::column;
    content.crumbs = {{visit.href(address::start_page), words("Start")}};
    return page(content, visit);
}

}  // namespace medskapa::web::moderation
