#include "web/search/hits.hpp"

#include "base/text.hpp"
#include "domain/document/picture.hpp"
#include "domain/document/table_words.hpp"
#include "store/assessment/assessment_store.hpp"
#include "store/correction/correction_store.hpp"
#include "store/decision/decision_store.hpp"
#include "store/document/document_store.hpp"
#include "store/inspel/inspel_store.hpp"
#include "store/plan/plan_store.hpp"
#include "store/priority/priority_store.hpp"
#include "store/search/public_words.hpp"
#include "store/site/site_store.hpp"
#include "store/swot/swot_store.hpp"
#include "web/assessment/addresses.hpp"
#include "web/decision/addresses.hpp"
#include "web/decision/note.hpp"
#include "web/document/addresses.hpp"
#include "web/inspel/addresses.hpp"
#include "web/plan/addresses.hpp"
#include "web/priority/addresses.hpp"
#include "web/site/addresses.hpp"
#include "web/site/dates.hpp"
#include "web/swot/addresses.hpp"

#include <algorithm>

namespace medskapa::web::search {
namespace {

constexpr int most_news = 500;
constexpr const char* written_in = "sv";  // what the region writes, where nothing says otherwise

/// Gathers the hits of one process.
class Search {
public:
    Search(const Visit& visit, const Process& process, const std::string& asked)
        : visit_{visit},
          db_{visit.db},
          process_{process},
          asked_{asked},
          exact_{text::lower(asked)},
          wanted_{asked} {}

    std::vector<Hit> all() {
        if (wanted_.empty()) return {};
        add_text();
        add_decisions();
        add_issues();
        add_priorities();
        add_swot();
        add_assessments();
        add_plan();
        add_proposals();
        add_inspel();
        add_news();
        add_events();
        std::stable_sort(
            hits_.begin(), hits_.end(), [](const Hit& a, const Hit& b) { return a.closeness > b.closeness; });
        return std::move(hits_);
    }

private:
    void add_text() {
        for (const auto& document : store::documents_of(db_, process_.id)) {
            const auto version = store::newest_frozen(db_, document.id);
            if (!version) continue;
            std::string heading;
            const auto right = store::right_words_in(db_, version->id.value);
            for (auto line : store::lines_of(db_, version->id)) {
                if (const auto known = right.find(line.node.code); known != right.end())
                    line.text = known->second;
                const bool is_heading = line.node.kind == Node::Kind::section;
                if (is_heading) heading = line.text;
                const auto words = is_heading ? line.text : words_of_pictures(line.text);
                if (!wanted_.fits(words)) continue;
                add({HitKind::text, visit_.href_in(process_, address::paragraph_page, line.node.code),
                    line.node.code + ", " + heading, is_heading ? std::string{} : words_of_tables(words),
                    document.language,
                    document.title + " · " + visit_.words(name_with(version->kind).label)});
            }
        }
    }

    void add_decisions() {
        auto decisions = store::decisions_of(db_, process_.id);
        std::reverse(decisions.begin(), decisions.end());
        for (const auto& decision : decisions) {
            const auto title = decision::title_of(db_, decision, visit_.words);
            const auto words = decision.text + "\n" + decision.dissent;
            if (wanted_.fits(title + ' ' + words + ' ' + decision.paragraph + ' ' + decision.diary_number))
                add({HitKind::decision, visit_.href_in(process_, address::decision_page, decision.number),
                    title, words, written_in, decision.paragraph + " · " + decision.diary_number});
        }
    }

    void add_issues() {
        for (const auto& found : store::issues_with(db_, process_.id, wanted_, looked_at)) {
            const bool in_answer = found.outcome && wanted_.fits(found.answer);
            add({HitKind::answer, visit_.href_in(process_, address::inspel_page, found.inspel), found.title,
                in_answer ? found.answer : found.quote + ' ' + found.answer,
                in_answer ? std::string{written_in} : found.language, meta_of(found)});
        }
    }

    std::string meta_of(const store::FoundIssue& found) const {
        const auto of = "I-" + std::to_string(found.inspel);
        if (!found.outcome) return visit_.words("Issue in {}, not answered yet", of);
        const auto outcome = visit_.words(name_with(*found.outcome).label);
        const auto others = static_cast<std::int64_t>(found.others);
        const auto answer = found.others == 0
                                ? visit_.words("Answer to {}", of)
                                : visit_.words("Answer to {}", of) + ' ' +
                                      visit_.words.count("and {} other", "and {} others", others);
        return answer + " · " + outcome;
    }

    void add_priorities() {
        for (const auto& one : store::priorities_of(db_, process_.id))
            add_localized(HitKind::priority, visit_.href_in(process_, address::priority_page, one.number),
                {one.title, one.text, one.vision, one.needs, Localized{one.objections + "\n" + one.motive}},
                reference(one) + " · " + shown(one.outcome, visit_.words));
    }

    void add_swot() {
        for (const auto& item : store::published_swot_of(db_, process_.id))
            add_localized(HitKind::swot, visit_.href_in(process_, address::swot_item_page, item.number),
                {item.text}, reference(item) + " · " + shown(item.quadrant, visit_.words));
    }

    void add_assessments() {
        for (const auto& its : store::assessments_of(db_, process_.id)) {
            const auto* its_template = template_of_version(all_assessment_templates(), its.kind, its.version);
            if (its_template == nullptr) continue;
            std::vector<Localized> words{its_template->question, its_template->title, Localized{its.subject}};
            for (const auto& [step, answer] : store::newest_answers(db_, its.id))
                words.push_back(Localized{answer.text});
            for (const auto& conflict : store::conflicts_of(db_, its.id))
                words.push_back(Localized{conflict.name + "\n" + conflict.goal + "\n" + conflict.against +
                                          "\n" + conflict.weighing});
            add_localized(HitKind::assessment, visit_.href_in(process_, address::assessment_page, its.number),
                words, reference(its));
        }
    }

    /// The newest edition.
    void add_plan() {
        const auto plan = store::newest_plan(db_, process_.id);
        if (!plan) return;
        Localized title{visit_.words("Plan for participation and assessment")};
        title.set(visit_.words.language(), title.original());
        std::vector<Localized> words{title, plan->purpose, plan->open_to, plan->fixed};
        for (const auto& line : store::lines_of(db_, plan->id))
            words.insert(words.end(), {line.name, line.text, line.way});
        add_localized(HitKind::plan, visit_.href_in(process_, address::plan_page), words, {});
    }

    void add_proposals() {
        for (const auto& found : store::proposals_with(db_, process_.id, wanted_, looked_at))
            add({HitKind::proposal, visit_.href_in(process_, address::inspel_page, found.inspel), found.title,
                found.words, found.language,
                visit_.words("Proposal for {} in I-{}", found.node, found.inspel)});
        for (const auto& found : store::additions_with(db_, process_.id, wanted_, looked_at))
            add({HitKind::inspel, visit_.href_in(process_, address::inspel_page, found.inspel), found.title,
                found.words, found.language, visit_.words("Added to I-{}", found.inspel)});
    }

    void add_inspel() {
        store::InspelFilter filter;
        filter.words = asked_;
        for (const auto& row : store::list_inspel(db_, process_.id, filter, {}, looked_at).rows) {
            const auto& inspel = row.inspel;
            add({HitKind::inspel, visit_.href_in(process_, address::inspel_page, inspel.number),
                inspel.shown_title, inspel.shown_text, inspel.language,
                "I-" + std::to_string(inspel.number) + " · " +
                    visit_.words.day(visit_.site.clock.day(inspel.received_at))});
        }
    }

    void add_news() {
        for (const auto& item : store::newest_news(db_, process_.id, most_news))
            if (!item.withdrawn)
                add_localized(HitKind::news,
                    visit_.href_in(process_, address::news_page) + "#nyhet-" + std::to_string(item.id.value),
                    {item.title, item.text}, visit_.words.day(item.day));
    }

    void add_events() {
        for (const auto& event : store::events_of(db_, process_.id))
            add_localized(HitKind::event, visit_.href_in(process_, address::event_page, event.id.value),
                {event.title, event.text, event.programme, Localized{event.place + " " + event.notes}},
                event.withdrawn ? site::called_off(*event.withdrawn, visit_.words)
                                : visit_.words.day(std::chrono::floor<std::chrono::days>(event.starts)));
    }

    /// What stands in several languages is searched in the page's.
    void add_localized(
        HitKind kind, std::string href, const std::vector<Localized>& texts, std::string meta) {
        const auto language = visit_.words.language();
        std::string words;
        for (std::size_t i = 1; i < texts.size(); ++i) words += texts[i].in(language) + '\n';
        const auto title = texts.front().in(language);
        if (wanted_.fits(title + ' ' + words))
            add({kind, std::move(href), title, words, std::string{texts.front().language_in(language).tag()},
                std::move(meta)});
    }

    void add(Hit hit) {
        hit.closeness = (wanted_.fits(hit.title) ? 2 : 0) +
                        (text::lower(hit.title + ' ' + hit.words).find(exact_) != std::string::npos ? 1 : 0);
        hits_.push_back(std::move(hit));
    }

    const Visit& visit_;
    sql::Connection& db_;
    const Process& process_;
    std::string asked_;
    std::string exact_;
    store::Wanted wanted_;
    std::vector<Hit> hits_;
};

}  // namespace

std::vector<Hit> hits_in(const Visit& visit, const Process& process, const std::string& asked) {
    return Search{visit, process, asked}.all();
}

}  // namespace medskapa::web::search
