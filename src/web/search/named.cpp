#include "web/search/named.hpp"

#include "base/text.hpp"
#include "domain/document/picture.hpp"
#include "store/assessment/assessment_store.hpp"
#include "store/correction/correction_store.hpp"
#include "store/decision/decision_store.hpp"
#include "store/document/document_store.hpp"
#include "store/inspel/inspel_store.hpp"
#include "store/priority/priority_store.hpp"
#include "store/statistics/analysis_store.hpp"
#include "store/statistics/dataset_store.hpp"
#include "store/swot/swot_store.hpp"
#include "web/assessment/addresses.hpp"
#include "web/assessment/note.hpp"
#include "web/correction/addresses.hpp"
#include "web/decision/addresses.hpp"
#include "web/decision/note.hpp"
#include "web/document/addresses.hpp"
#include "web/inspel/addresses.hpp"
#include "web/inspel/note.hpp"
#include "web/priority/addresses.hpp"
#include "web/statistics/addresses.hpp"
#include "web/swot/addresses.hpp"

#include <algorithm>

namespace medskapa::web::search {
namespace {

constexpr std::size_t letters_of_paragraph = 120;

/// The words between blanks and commas, in small letters.
std::vector<std::string> tokens_in(std::string_view asked) {
    std::vector<std::string> tokens;
    std::string line = text::lower(text::one_line(asked));
    std::replace(line.begin(), line.end(), ',', ' ');
    for (auto& token : text::split(line, ' '))
        if (!token.empty()) tokens.push_back(std::move(token));
    return tokens;
}

/// The number after the letter: "i-122", "i122", or "i" and then "122".
std::optional<int> number_after(
    std::string_view letter, const std::vector<std::string>& tokens, std::size_t at) {
    std::string_view token = tokens[at];
    if (!token.starts_with(letter)) return std::nullopt;
    token.remove_prefix(letter.size());
    if (token.starts_with('-')) token.remove_prefix(1);
    if (token.empty() && at + 1 < tokens.size()) return Visit::number(tokens[at + 1]);
    return Visit::number(token);
}

void add_inspel(std::vector<Named>& to, const Visit& visit, const Process& process, int number) {
    const auto inspel = store::inspel_numbered(visit.db, process.id, number);
    if (!inspel) return;
    const auto name = "I-" + std::to_string(number);
    const auto title = inspel->state == Inspel::State::published
                           ? name + ": " + inspel->shown_title
                           : name + ": " + inspel::what_became(inspel->state, visit.words);
    to.push_back({visit.href_in(process, address::inspel_page, number), title,
        visit.words("Came in {}", visit.words.day(visit.site.clock.day(inspel->received_at)))});
}

void add_change(std::vector<Named>& to, const Visit& visit, const Process& process, int number) {
    const auto change = store::change_numbered(visit.db, process.id, number);
    const auto version = change ? store::find_version(visit.db, change->version) : std::nullopt;
    if (!version || !version->frozen_at) return;
    const auto node = store::find_node(visit.db, change->node)->node;
    to.push_back({visit.href_in(process, address::change_page, number),
        "Ä-" + std::to_string(number) + ": " + node.code, visit.words(name_with(change->kind).label)});
}

void add_decision(
    std::vector<Named>& to, const Visit& visit, const Process& process, const std::string& paragraph) {
    for (const auto& decision : store::decisions_of(visit.db, process.id))
        if (text::lower(decision.paragraph) == paragraph)
            to.push_back({visit.href_in(process, address::decision_page, decision.number),
                decision::title_of(visit.db, decision, visit.words), decision.paragraph});
}

void add_decision(std::vector<Named>& to, const Visit& visit, const Process& process, int number) {
    const auto decision = store::decision_numbered(visit.db, process.id, number);
    if (!decision) return;
    to.push_back({visit.href_in(process, address::decision_page, number),
        "B-" + std::to_string(number) + ": " + decision::title_of(visit.db, *decision, visit.words),
        decision->paragraph});
}

void add_run(std::vector<Named>& to, const Visit& visit, const Process& process, int number) {
    const auto run = store::run_numbered(visit.db, process.id, number);
    if (run)
        to.push_back({visit.href_in(process, address::run_page, number),
            "A-" + std::to_string(number) + ": " + visit.words(name_with(run->kind).label), {}});
}

void add_dataset(std::vector<Named>& to, const Visit& visit, const Process& process, int number) {
    const auto dataset = store::dataset_numbered(visit.db, number);
    if (dataset && dataset->is_shown_in(process.id))
        to.push_back({visit.href_in(process, address::dataset_page, number),
            "D-" + std::to_string(number) + ": " + dataset->title, dataset->source});
}

void add_priority(std::vector<Named>& to, const Visit& visit, const Process& process, int number) {
    const auto priority = store::priority_numbered(visit.db, process.id, number);
    if (priority)
        to.push_back({visit.href_in(process, address::priority_page, number),
            reference(*priority) + ": " + visit.in(priority->title), shown(priority->outcome, visit.words)});
}

void add_swot(std::vector<Named>& to, const Visit& visit, const Process& process, int number) {
    const auto item = store::swot_item_numbered(visit.db, process.id, number);
    if (item && item->is_published())
        to.push_back({visit.href_in(process, address::swot_item_page, number),
            reference(*item) + ": " + visit.in(item->text), shown(item->quadrant, visit.words)});
}

void add_assessment(std::vector<Named>& to, const Visit& visit, const Process& process, int number) {
    const auto found = store::assessment_numbered(visit.db, process.id, number);
    if (found)
        to.push_back({visit.href_in(process, address::assessment_page, number),
            reference(*found) + ": " + assessment::name_of_kind(visit, found->kind), found->subject});
}

void add_correction(std::vector<Named>& to, const Visit& visit, const Process& process, int number) {
    const auto correction = store::correction_numbered(visit.db, process.id, number);
    if (!correction) return;
    to.push_back({visit.href_in(process, address::corrections_page) + "#" + reference(*correction),
        reference(*correction) + ": " + shown(correction->kind, visit.words), correction->reason});
}

std::string upper_until_paragraph(std::string code) {
    const auto paragraph = code.rfind("-p");
    for (std::size_t i = 0; i < std::min(paragraph, code.size()); ++i)
        if (code[i] >= 'a' && code[i] <= 'z') code[i] = static_cast<char>(code[i] - 'a' + 'A');
    return code;
}

/// A paragraph or heading that stands in the newest version that everybody may read.
void add_paragraph(
    std::vector<Named>& to, const Visit& visit, const Process& process, const std::string& token) {
    auto known = store::node_named(visit.db, process.id, upper_until_paragraph(token));
    const auto version = known ? store::newest_frozen(visit.db, known->document) : std::nullopt;
    const auto line = version ? store::line_of(visit.db, version->id, known->node.id) : std::nullopt;
    if (!line) return;
    const auto right = store::right_words_in(visit.db, version->id.value);
    const auto corrected = right.find(known->node.code);
    const auto& words = corrected == right.end() ? line->text : corrected->second;
    to.push_back({visit.href_in(process, address::paragraph_page, known->node.code),
        known->node.code + ": " + text::excerpt(words_of_pictures(words), letters_of_paragraph)});
}

}  // namespace

std::vector<Named> named_in(const Visit& visit, const Process& process, std::string_view asked) {
    std::vector<Named> found;
    const auto tokens = tokens_in(asked);
    for (std::size_t i = 0; i < tokens.size(); ++i) {
        if (const auto number = number_after("i", tokens, i)) add_inspel(found, visit, process, *number);
        if (const auto number = number_after("ä", tokens, i)) add_change(found, visit, process, *number);
        if (const auto number = number_after("b", tokens, i)) add_decision(found, visit, process, *number);
        if (const auto number = number_after("a", tokens, i)) add_run(found, visit, process, *number);
        if (const auto number = number_after("d", tokens, i)) add_dataset(found, visit, process, *number);
        if (const auto number = number_after("p", tokens, i)) add_priority(found, visit, process, *number);
        if (const auto number = number_after("s", tokens, i)) add_swot(found, visit, process, *number);
        if (const auto number = number_after("r", tokens, i)) add_correction(found, visit, process, *number);
        if (const auto number = number_after("kb", tokens, i)) add_assessment(found, visit, process, *number);
        if (const auto number = number_after("§", tokens, i))
            add_decision(found, visit, process, "§ " + std::to_string(*number));
        if (tokens[i].size() > 1) add_paragraph(found, visit, process, tokens[i]);
    }
    return found;
}

}  // namespace medskapa::web::search
