#include "web/log/words.hpp"

#include "base/text.hpp"
#include "store/document/document_store.hpp"
#include "store/inspel/inspel_store.hpp"
#include "store/site/site_store.hpp"

#include <fmt/format.h>
#include <algorithm>
#include <iterator>
#include <utility>

namespace medskapa::web::log {
namespace {

/// By type, and by type and kind of object where that says more.
constexpr std::pair<std::string_view, const char*> sentences[]{
    {"log.opened", N_("The open log was begun.")},
    {"key.rotated", N_("The log got a new key, signed by the old one.")},
    {"restored.from", N_("Lost entries were put back in the log from its published copy.")},
    {"process.opened", N_("The process was opened.")},
    {"process.phase", N_("A step of the process was written or got other dates.")},
    {"page.published", N_("A page was published or changed.")},
    {"page.published process", N_("The presentation of the process was changed.")},
    {"page.published activity", N_("An activity was published or changed.")},
    {"page.published event", N_("A meeting in the calendar was published or changed.")},
    {"page.published news", N_("A news item was published or corrected.")},
    {"page.published body", N_("The organisation was presented or changed.")},
    {"page.withdrawn", N_("A page was withdrawn, with a reason.")},
    {"page.withdrawn step", N_("A step was taken out of the process, with a reason.")},
    {"page.withdrawn activity", N_("An activity was closed before its time, with a reason.")},
    {"page.withdrawn event", N_("A meeting was called off, with a reason.")},
    {"page.withdrawn news", N_("A news item was withdrawn, with a reason.")},
    {"config", N_("A setting was changed.")},
    {"backup.key_destroyed", N_("The key of a month's backups was destroyed: nothing in them can be read.")},
    {"config rules", N_("The rules that the site follows were written down, as they are in force.")},
    {"config role", N_("Somebody got or left a role in the process.")},
    {"inspel.received", N_("An inspel came in.")},
    {"inspel.completed", N_("An inspel was completed by its sender.")},
    {"inspel.withdrawn", N_("An inspel was withdrawn by its sender.")},
    {"inspel.published", N_("An inspel was read and published.")},
    {"inspel.moderated", N_("An inspel was declined, with a reason.")},
    {"inspel.reopened", N_("A declined inspel was taken up for review again.")},
    {"inspel.edited", N_("The shown copy of an inspel was changed. The original stays.")},
    {"inspel.split", N_("An issue was marked in an inspel.")},
    {"inspel.joined", N_("An issue was taken back from an inspel.")},
    {"inspel.answered", N_("An issue in an inspel was answered.")},
    {"issue.assigned", N_("An issue was assigned to a handler.")},
    {"issue.grouped", N_("Issues that are alike were put together or apart.")},
    {"answer.written", N_("An answer was written, and not yet published.")},
    {"text_block.added", N_("A text block for answers was added.")},
    {"text_block.removed", N_("A text block for answers was removed.")},
    {"text.version", N_("The text was written or changed.")},
    {"link", N_("A change of the text was linked to what it goes back to.")},
    {"dataset.imported", N_("Statistics that others have published were read in.")},
    {"map.imported", N_("Borders that others have published were read in.")},
    {"votes.withdrawn", N_("Somebody took back their votes.")},
    {"statement.taken_up", N_("A statement that people voted on was made an inspel.")},
    {"amendment.proposed", N_("Somebody proposed other words for a paragraph.")},
    {"inspel.redacted", N_("Something in an inspel was masked. The original stays.")},
    {"remiss.sent", N_("A version of the text was sent out for answers.")},
    {"remiss.invited", N_("Somebody was asked for an answer to the referral.")},
    {"remiss.extended", N_("Somebody got more time to answer the referral.")},
    {"remiss.reminded", N_("Somebody was reminded of the referral.")},
    {"remiss.abstained", N_("Somebody who was asked will not answer the referral.")},
    {"remiss.held", N_("An answer to the referral was written, and waits for approval.")},
    {"remiss.answered", N_("An inspel is an answer to the referral.")},
    {"remiss.registered", N_("An answer to the referral got a case number.")},
    {"remiss.file_shown", N_("The file of an answer was shown to readers.")},
    {"remiss.file_hidden", N_("The file of an answer was hidden from readers.")},
    {"statement.proposed", N_("Somebody proposed a statement.")},
    {"statement.seeded", N_("A statement of those who lead the work was added.")},
    {"statement.accepted", N_("A statement was read and accepted.")},
    {"statement.pending", N_("The ruling on a statement was taken back: it waits to be read.")},
    {"statement.rejected", N_("A statement was declined, with a reason.")},
    {"votes.batch", N_("Votes were sealed in the log.")},
    {"votes.imported", N_("Votes from elsewhere were read in.")},
    {"votes.opened", N_("The votes were opened, so that everybody can count them.")},
    {"config opinion", N_("How statements are reviewed was changed.")},
    {"population.set", N_("How many people live in the county was written down, to weigh votes by.")},
    {"group.named", N_("A group of the opinion map was given a name.")},
    {"conversation.closed", N_("Voting was closed.")},
    {"conversation.reopened", N_("Voting was opened again.")},
    {"analysis.snapshot", N_("The final opinion map was drawn and frozen.")},
    {"answers.declared", N_("All answers were declared to be there.")},
    {"answers.waived", N_("It was decided to go on although answers are missing, with a reason.")},
    {"consultation", N_("Minutes of a consultation with Sámi representatives were registered.")},
    {"consultation.noted", N_("Something in a consultation with Sámi representatives was noted.")},
    {"consultation.outcome", N_("Where a consultation with Sámi representatives stands was noted.")},
    {"decision", N_("A decision was taken.")},
    {"decision.noticed", N_("The notice of a decision was put up.")},
    {"release", N_("The server runs another version of the program.")},
    {"erased", N_("The content of an inspel was erased. That it was received stays.")},
};

/// The commonest, so that many in a row are one line.
constexpr std::pair<std::string_view, const char*> sentences_of_many[]{
    {"inspel.received", N_("{} inspel came in.")},
    {"inspel.published", N_("{} inspel were read and published.")},
    {"inspel.split", N_("{} issues were marked in inspel.")},
    {"inspel.answered", N_("{} issues in inspel were answered.")},
    {"answer.written", N_("{} answers were written, and not yet published.")},
    {"issue.assigned", N_("{} issues were assigned to a handler.")},
    {"issue.grouped", N_("{} issues that are alike were put together.")},
    {"link", N_("{} changes of the text were linked to what they go back to.")},
    {"text.version", N_("{} places in the text were written or changed.")},
    {"statement.proposed", N_("{} statements were proposed.")},
    {"statement.accepted", N_("{} statements were read and accepted.")},
    {"statement.seeded", N_("{} statements of those who lead the work were added.")},
    {"remiss.invited", N_("{} were asked for an answer to the referral.")},
    {"remiss.answered", N_("{} inspel are answers to the referral.")},
    {"page.published event", N_("{} meetings in the calendar were published or changed.")},
    {"page.published news", N_("{} news items were published or corrected.")},
    {"config text", N_("{} places in the text got a kind, such as goal or action.")},
    {"process.phase", N_("{} steps of the process were written or got other dates.")},
};

template <std::size_t N>
const char* plain(const std::pair<std::string_view, const char*> (&table)[N], std::string_view name) {
    const auto found = std::find_if(
        std::begin(table), std::end(table), [name](const auto& row) { return row.first == name; });
    return found == std::end(table) ? nullptr : found->second;
}

/// By type and kind of object where that says more, else by type; nothing for a type that we do not know.
template <std::size_t N>
const char* said_in(const std::pair<std::string_view, const char*> (&table)[N], const openlog::Entry& entry) {
    const auto* of_kind = plain(table, entry.type + ' ' + entry.object.substr(0, entry.object.find('/')));
    return of_kind == nullptr ? plain(table, entry.type) : of_kind;
}

std::string inspel_address(const Visit& visit, const std::string& process, const std::string& public_id) {
    const auto inspel = store::inspel_with_public_id(visit.db, public_id);
    if (!inspel || inspel->state != Inspel::State::published) return {};
    return fmt::format("{}/inspel/{}", process, inspel->number);
}

std::string step_address(
    const Visit& visit, const Process& of, const std::string& process, const std::string& id) {
    for (const auto& step : store::steps_of(visit.db, of.id))
        if (std::to_string(step.id.value) == id) return fmt::format("{}/steg/{}", process, step.number);
    return {};
}

std::string activity_address(
    const Visit& visit, const Process& of, const std::string& process, const std::string& id) {
    for (const auto& activity : store::activities_of(visit.db, of.id))
        if (std::to_string(activity.id.value) == id) return process + "/aktiviteter/" + activity.slug;
    return {};
}

/// A frozen version, the newest words of one place in a text, or the document.
std::string text_address(const Visit& visit, const Process& of, const std::string& process,
    const std::vector<std::string>& object) {
    if (object.size() == 3) return fmt::format("{}/dokument/{}/version/{}", process, object[1], object[2]);
    const bool is_document = store::document_named(visit.db, of.id, object[1]).has_value();
    return process + (is_document ? "/dokument/" : "/stycke/") + object[1];
}

/// Where the public can read what the entry is about; empty when nowhere.
std::string address_of(const Visit& visit, const openlog::Entry& entry) {
    if (entry.object == "rules/site") return std::string{entry.field("document").value_or("")};
    if (entry.type == "votes.opened") return std::string{entry.field("openings").value_or("")};
    const auto object = text::split(entry.object, '/');
    if (object.size() < 2) return {};
    const auto of = store::process_named(visit.db, entry.process);
    if (!of) return {};
    const auto process = visit.href("/processer/" + of->slug);
    const auto& kind = object[0];
    if (kind == "inspel") return inspel_address(visit, process, object[1]);
    if (kind == "text") return text_address(visit, *of, process, object);
    if (kind == "change") return process + "/andringar/" + object[1];
    if (kind == "opinion") return fmt::format("{}/aktiviteter/{}/resultat", process, object[1]);
    if (kind == "remiss") return process + "/remiss/" + object[1];
    if (kind == "decision") return process + "/beslut";
    if (kind == "consultation") return process + "/beslut#konsultation";
    if (kind == "process") return process;
    if (kind == "step") return step_address(visit, *of, process, object[1]);
    if (kind == "activity") return activity_address(visit, *of, process, object[1]);
    if (kind == "event") return process + "/kalender/" + object[1];
    if (kind == "news") return process + "/nyheter";
    if (kind == "body") return process + "/organisation";
    return {};
}

}  // namespace

Html sentence(const Visit& visit, const openlog::Entry& entry) {
    const auto* known = said_in(sentences, entry);
    const auto words = known ? visit.words(known) : visit.words("An act of the kind {}.", entry.type);
    const auto address = address_of(visit, entry);
    return address.empty() ? html("{}", words) : html("<a href=\"{}\">{}</a>", address, words);
}

std::string sentence_of_many(const Visit& visit, const openlog::Entry& entry, std::size_t many) {
    const auto number = visit.words.number(static_cast<std::int64_t>(many));
    if (const auto* known = said_in(sentences_of_many, entry)) return visit.words(known, number);
    const auto* one = said_in(sentences, entry);
    return visit.words("{} times in a row: {}", number,
        one ? visit.words(one) : visit.words("An act of the kind {}.", entry.type));
}

bool is_same_act(const openlog::Entry& a, const openlog::Entry& b) {
    return a.type == b.type && said_in(sentences, a) == said_in(sentences, b);
}

const std::vector<KindOfActs>& kinds_of_acts() {
    static const std::vector<KindOfActs> kinds{
        {"inspel", N_("Inspel"), {"inspel.", "amendment.", "statement.taken_up"}},
        {"svar", N_("Answers to inspel"),
            {"inspel.answered", "answer.", "answers.", "issue.", "text_block."}},
        {"text", N_("The text and its versions"), {"text.", "link"}},
        {"remiss", N_("The referral"), {"remiss."}},
        {"roster", N_("Statements and votes"),
            {"statement.", "votes.", "conversation.", "analysis.", "group."}},
        {"beslut", N_("Decisions and consultation"), {"decision", "consultation", "answers."}},
        {"webbplats", N_("The process, news and calendar"), {"process.", "page.", "config"}},
        {"statistik", N_("Statistics and borders"), {"dataset.", "map."}},
        {"logg", N_("The log itself, and erasures"),
            {"log.", "key.", "release", "restored.", "erased", "backup."}},
    };
    return kinds;
}

std::vector<std::string> types_of(std::string_view kind) {
    std::vector<std::string> types;
    for (const auto& known : kinds_of_acts()) {
        if (known.name != kind) continue;
        for (const auto& [name, words] : sentences)
            if (name.find(' ') == name.npos &&
                std::any_of(known.begin_with.begin(), known.begin_with.end(),
                    [&](std::string_view start) { return name.starts_with(start); }))
                types.emplace_back(name);
    }
    return types;
}

Html what_it_proves(const Words& words) {
    const auto list = [](const std::string& title, const std::vector<std::string>& items) {
        return html("<h2>{}</h2><ul>{}</ul>", title,
            each(items, [](const std::string& item) { return html("<li>{}</li>", item); }));
    };
    auto all = list(words("What the log proves"),
        {words("What has been received cannot be taken away, changed, back-dated or moved without that being "
               "seen."),
            words("Whoever has a receipt can show that their inspel was received, and in which words, or how "
                  "they "
                  "voted."),
            words(
                "A decision stands for one fixed text, and every published inspel was answered before it, or "
                "it was said in public why not."),
            words("When voting is over everybody can count the votes that were sealed while it went on."),
            words(
                "Everybody sees the same history, as long as a witness outside signs it, or somebody keeps a "
                "checkpoint to compare with.")});
    all += list(words("What it does not prove"),
        {words("That what somebody has written is true, or who wrote it."),
            words("That every vote is a real person's, and that nobody voted twice from two browsers."),
            words("That the review was fair: only that it took place, and when."),
            words("That an inspel without a receipt was received. Save your receipt.")});
    return all;
}

}  // namespace medskapa::web::log
