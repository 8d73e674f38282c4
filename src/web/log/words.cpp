#include "web/log/words.hpp"

#include "base/text.hpp"
#include "store/document/document_store.hpp"
#include "store/inspel/inspel_store.hpp"
#include "store/site/site_store.hpp"
#include "web/log/sentences.hpp"

#include <fmt/format.h>
#include <algorithm>

namespace medskapa::web::log {
namespace {

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
    if (entry.type == name_of(openlog::EntryType::votes_opened))
        return std::string{entry.field("openings").value_or("")};
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

std::string plain_sentence(const Visit& visit, const openlog::Entry& entry) {
    const auto type = openlog::entry_type_named(entry.type);
    return type ? visit.words(sentence_of(*type)) : visit.words("An act of the kind {}.", entry.type);
}

}  // namespace

Html sentence(const Visit& visit, const openlog::Entry& entry) {
    const auto words = plain_sentence(visit, entry);
    const auto address = address_of(visit, entry);
    return address.empty() ? html("{}", words) : html("<a href=\"{}\">{}</a>", address, words);
}

std::string sentence_of_many(const Visit& visit, const openlog::Entry& entry, std::size_t many) {
    const auto number = visit.words.number(static_cast<std::int64_t>(many));
    const auto type = openlog::entry_type_named(entry.type);
    if (const auto* known = type ? sentence_of_many(*type) : nullptr) return visit.words(known, number);
    return visit.words("{} times in a row: {}", number, plain_sentence(visit, entry));
}

const std::vector<KindOfActs>& kinds_of_acts() {
    static const std::vector<KindOfActs> kinds{
        {"inspel", N_("Inspel"), {"inspel.", "addition.", "amendment.", "statement.converted"}},
        {"svar", N_("Answers to inspel"), {"issue.", "answer.", "completeness.", "text_block."}},
        {"text", N_("The text and its versions"), {"document.", "text.", "change."}},
        {"remiss", N_("The referral"), {"referral."}},
        {"roster", N_("Statements and votes"), {"statement.", "votes.", "conversation."}},
        {"beslut", N_("Decisions and consultation"), {"decision.", "consultation.", "completeness."}},
        {"webbplats", N_("The process, news and calendar"),
            {"process.", "step.", "activity.", "event.", "news.", "body.", "role.", "rules."}},
        {"statistik", N_("Statistics and borders"), {"dataset.", "map."}},
        {"logg", N_("The log itself, and erasures"),
            {"log.", "key.", "program.", "backup_key.", "inspel.erased"}},
    };
    return kinds;
}

std::vector<std::string> types_of(std::string_view kind) {
    std::vector<std::string> types;
    for (const auto& known : kinds_of_acts()) {
        if (known.name != kind) continue;
        for (const auto& [type, word, label] : names_of<openlog::EntryType>)
            if (std::any_of(known.begin_with.begin(), known.begin_with.end(),
                    [&](std::string_view start) { return word.starts_with(start); }))
                types.emplace_back(word);
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
            words("When voting is over everybody can count the votes that were committed while it went on."),
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
