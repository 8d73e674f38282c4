#include "web/law/extract/extract.hpp"

#include "base/text.hpp"
#include "web/law/extract/column_words.hpp"
#include "web/law/retention_times.hpp"

#include <algorithm>
#include <array>

namespace medskapa::web::law {
namespace {

using office::BlockSink;
using office::Spans;
using Kind = office::TextBlock::Kind;

constexpr std::size_t longest_on_a_line = 200;  // characters

/// Label and value on one line, or the value as it was typed below its label.
void add_value(BlockSink& sink, const std::string& label, const std::string& value) {
    if (text::length(value) <= longest_on_a_line && value.find('\n') == value.npos) {
        sink.add(office::paragraph(Spans{office::strong(label + ": "), {value}}));
        return;
    }
    sink.add(office::paragraph(Spans{office::strong(label + ":")}));
    sink.add(office::block(Kind::typed, value));
}

std::string label_of(const Words& words, const store::PersonValue& value) {
    const auto* called = words_of_column(value.column);
    return called ? words(called) : std::string{value.column};
}

void add_row(const PersonExtract& extract, const store::PersonRow& row, BlockSink& sink) {
    const auto& words = extract.words;
    sink.add(office::heading(3, name_of_row(extract, row)));
    if (row.share == store::PersonRef::Share::mention)
        sink.add(office::block(
            Kind::note, words("Somebody else has written this. The words around what was found:")));
    for (const auto& value : row.values) {
        const auto label = label_of(words, value);
        if (value.around.empty()) add_value(sink, label, shown_value(words, extract.clock, row.table, value));
        for (const auto& around : value.around) add_value(sink, label, around);
    }
}

void add_thing(const PersonExtract& extract, const KeptThing& kept, BlockSink& sink) {
    const auto& words = extract.words;
    const auto& thing = *kept.thing;
    sink.add(office::heading(2, words(thing.what)));
    add_value(sink, words("Why"), words(thing.why));
    add_value(sink, words("How long"), words(thing.how_long));
    for (const auto& time : times_of(thing, extract.rules, extract.processes, words))
        sink.add(office::block(Kind::item, time));
    add_value(sink, words("Seen by"), words(thing.who_sees));
    for (const auto& row : kept.rows) add_row(extract, row, sink);
}

void add_scope(const PersonExtract& extract, BlockSink& sink) {
    const auto& words = extract.words;
    if (!extract.own_address.empty()) {
        sink.add(office::paragraph(
            words("You have fetched it yourself, as the one who reads the mail to the address, or "
                  "has the eID with the mark, {}. It "
                  "holds what is tied to that, in all processes. What is kept "
                  "under your name or telephone number alone, or written about you by "
                  "others, is not in it: ask the region for an extract of the register.",
                extract.own_address)));
        return;
    }
    const auto left_out = processes_left_out(extract);
    if (left_out.empty()) {
        sink.add(office::paragraph(words("All processes of the site have been searched.")));
        return;
    }
    sink.add(
        office::paragraph(words("These processes have not been searched, since whoever made the extract "
                                "has no right to them. Ask those who run the site:")));
    for (const auto& process : left_out) sink.add(office::block(Kind::item, words.in(process.name)));
}

void add_beginning(const PersonExtract& extract, BlockSink& sink) {
    const auto& words = extract.words;
    const auto& owner = extract.site.owner;
    sink.add(office::heading(1, title_of(extract)));
    sink.add(office::block(Kind::lead,
        words("This is what is kept about you here, why, how long and who sees it. You have a right to know "
              "(GDPR, article 15).")));
    if (!owner.empty()) add_value(sink, words("Who runs the site"), owner);
    add_value(sink, words("Controller of personal data"), words.in(extract.site.controller));
    if (!extract.case_number.empty()) add_value(sink, words("Case number"), extract.case_number);
    add_value(sink, words("Made"), words.moment(extract.clock.local(extract.made_at)));
    add_scope(extract, sink);
    if (extract.found.rows.empty() && extract.own_address.empty())
        sink.add(office::paragraph(words("Nothing is kept that staff have found to be about you.")));
}

bool has_votes(const PersonExtract& extract) {
    return std::any_of(extract.found.rows.begin(), extract.found.rows.end(),
        [](const auto& row) { return row.table == "participant" || row.table == "weighing_answer"; });
}

void add_not_tied(const PersonExtract& extract, BlockSink& sink) {
    const auto& words = extract.words;
    sink.add(office::heading(2, words("What cannot be tied to anybody")));
    if (!has_votes(extract))
        sink.add(office::paragraph(words(
            "Answers to statements, and weighing of priorities, are kept under a random number that only the "
            "browser knows in which they were given. Where you gave them you see them and can take them "
            "back. "
            "Words to search by are those that stand above.")));
    for (const auto* thing : things_not_tied()) sink.add(office::block(Kind::item, words(thing->what)));
    sink.add(office::paragraph(
        words("Texts that the region has written itself, such as answers, news and decisions, have not been "
              "searched.")));
}

void add_rights(const PersonExtract& extract, BlockSink& sink) {
    const auto& words = extract.words;
    const auto& site = extract.site;
    sink.add(office::heading(2, words("Legal ground")));
    if (const auto own = words.in(site.legal_ground); !own.empty()) sink.add(office::paragraph(own));
    sink.add(
        office::paragraph(words("All of it is kept for a task of public interest (GDPR, article 6.1 e).")));
    sink.add(office::heading(2, words("Where it comes from, and where it goes")));
    sink.add(office::paragraph(words(
        "You have given it yourself, unless it says that somebody else has written it. Nothing is sold, "
        "or sent outside the region's own server. No decision is made by a machine alone.")));
    sink.add(
        office::paragraph(words("What the region has written about you, such as an answer, a decision or "
                                "a mail, comes from the region.")));
    sink.add(office::heading(2, words("Your rights")));
    const std::array<std::string, 3> rights{words("Have what is wrong put right"),
        words("Have your name hidden, or erased where the law on archives lets us"),
        words("Object to how we use it, or ask us to use less of it")};
    for (const auto& right : rights) sink.add(office::block(Kind::item, right));
    const auto& officer = site.protection_email.empty() ? site.email : site.protection_email;
    if (!officer.empty()) add_value(sink, words("Write to"), officer);
    sink.add(office::paragraph(words("You can always complain to the Swedish Authority for Privacy "
                                     "Protection (IMY):") +
                               " www.imy.se"));
}

}  // namespace

std::string title_of(const PersonExtract& extract) {
    return extract.words("Extract of personal data");
}

void write(const PersonExtract& extract, BlockSink& sink) {
    add_beginning(extract, sink);
    for (const auto& kept : things_kept(extract)) add_thing(extract, kept, sink);
    add_not_tied(extract, sink);
    add_rights(extract, sink);
}

}  // namespace medskapa::web::law
