#include "engine/office/text/marked.hpp"

#include "base/text.hpp"
#include "engine/office/markdown/markdown_parser.hpp"
#include "engine/office/text/reading_back.hpp"

#include <fmt/format.h>
#include <algorithm>
#include <cctype>
#include <utility>

namespace medskapa::office {
namespace {

using Runs = std::vector<Run>;

bool look_alike(const Run& a, const Run& b) {
    return a.is_bold == b.is_bold && a.is_italic == b.is_italic && a.is_struck == b.is_struck &&
           a.script == b.script && a.address == b.address && !a.calls_note && !b.calls_note;
}

void append(Runs& runs, Run run) {
    if (run.text.empty()) return;
    if (!runs.empty() && look_alike(runs.back(), run))
        runs.back().text += run.text;
    else
        runs.push_back(std::move(run));
}

/// Blanks at the ends of a text cannot stand within its marks.
struct Trimmed {
    std::string_view before, core, after;
};
Trimmed trimmed(std::string_view text) {
    std::size_t from = 0;
    while (const auto size = blank_at(text.substr(from))) from += size;
    auto to = text.size();
    for (std::size_t width = 1; width <= 3 && to > from;)
        if (to >= width && blank_at(text.substr(to - width, width)) == width) {
            to -= width;
            width = 1;
        } else {
            ++width;
        }
    return {text.substr(0, from), text.substr(from, to - from), text.substr(to)};
}

std::string in_link(std::string_view words) {
    std::string out;
    bool is_escaped = false;
    for (const char c : words) {
        if ((c == '[' || c == ']') && !is_escaped) out += '\\';
        out += c;
        is_escaped = c == '\\' && !is_escaped;
    }
    return out;
}

std::string with_looks(const Run& run, char before, char after) {
    if (run.calls_note) return run.text;
    const auto [blanks_before, core, blanks_after] = trimmed(run.text);
    if (core.empty()) return run.text;
    auto words = escaped(core, blanks_before.empty() ? before : blanks_before.back(),
        blanks_after.empty() ? after : blanks_after.front());
    if (!run.address.empty()) words = in_link(words);
    if (run.is_bold) words = "**" + words + "**";
    if (run.is_italic) words = "*" + words + "*";
    if (run.is_struck) words = "~~" + words + "~~";
    return std::string{blanks_before} + words + std::string{blanks_after};
}

bool is_marked(const Run& run) {
    return run.is_bold || run.is_italic || run.is_struck;
}

/// The runs from `at` that lead to the same place.
std::size_t end_of_link(const Runs& runs, std::size_t at) {
    auto end = at + 1;
    while (end < runs.size() && runs[end].address == runs[at].address && !runs[end].calls_note) ++end;
    return end;
}

/// What the run at this place begins with in Markdown.
char first_of(const Runs& runs, std::size_t at) {
    if (at >= runs.size()) return ' ';
    const bool begins_link =
        !runs[at].address.empty() && (at == 0 || runs[at].address != runs[at - 1].address);
    return begins_link && blank_at(runs[at].text) == 0 ? '[' : runs[at].text.front();
}

std::string written(const Runs& runs) {
    std::string all;
    for (std::size_t i = 0; i < runs.size();) {
        const auto& address = runs[i].address;
        const auto end = address.empty() ? i + 1 : end_of_link(runs, i);
        std::string words;
        for (; i < end; ++i)
            words += with_looks(runs[i], i > 0 ? runs[i - 1].text.back() : ' ', first_of(runs, i + 1));
        const auto [before, core, after] = trimmed(words);
        if (!address.empty() && !core.empty())
            words = fmt::format("{}[{}]({}){}", before, core, address, after);
        all += words;
    }
    const bool begins_with_words =
        !runs.empty() && !is_marked(runs.front()) && runs.front().address.empty() && !runs.front().calls_note;
    return begins_with_words ? with_plain_beginning(std::move(all)) : all;
}

bool is_of_word(char c) {
    return static_cast<unsigned char>(c) >= 0x80 || std::isalnum(static_cast<unsigned char>(c)) != 0;
}

/// Marks between a word and a punctuation mark are not read as marks: the punctuation goes outside.
Runs with_bare_edges(const Runs& runs) {
    Runs out;
    for (const auto& run : runs) {
        if (!run.is_bold && !run.is_italic) {
            append(out, run);
            continue;
        }
        const auto first = std::find_if(run.text.begin(), run.text.end(), is_of_word);
        const auto last = std::find_if(run.text.rbegin(), run.text.rend(), is_of_word).base();
        const auto piece = [&](auto from, auto to, bool has_looks) {
            auto part = run;
            part.text.assign(from, to);
            part.is_bold = part.is_bold && has_looks;
            part.is_italic = part.is_italic && has_looks;
            append(out, std::move(part));
        };
        piece(run.text.begin(), first, false);
        if (first < last) piece(first, last, true);
        if (first < last) piece(last, run.text.end(), false);
    }
    return out;
}

/// Two runs of different looks without a blank between them: the marks would run into each other.
Runs without_touching_looks(const Runs& runs) {
    Runs out;
    for (auto run : runs) {
        const bool touches = !out.empty() && is_marked(out.back()) && is_marked(run) &&
                             out.back().text.back() != ' ' && run.text.front() != ' ';
        if (touches) run.is_bold = run.is_italic = false;
        append(out, std::move(run));
    }
    return out;
}

Runs without_looks(const Runs& runs) {
    Runs out;
    for (auto run : runs) {
        run.is_bold = run.is_italic = false;
        append(out, std::move(run));
    }
    return out;
}

/// "¹" of "[^1]": where nothing is marked, a note is called by its number.
std::string raised_call(std::string_view call) {
    return on_the_line(call.substr(2, call.size() - 3), Script::above);
}

/// Struck-out words that have a blank at either side of them are always read as such.
Runs with_struck_words_apart(const Runs& runs) {
    Runs out;
    for (const auto& run : runs) {
        const bool meets = !out.empty() && out.back().is_struck != run.is_struck;
        if (meets && out.back().text.back() != ' ' && run.text.front() != ' ') append(out, {.text = " "});
        append(out, run);
    }
    return out;
}

}  // namespace

void Marked::add(Run run) {
    run.text = without_signs_of_ours(text::cleaned(run.text));
    std::replace(run.text.begin(), run.text.end(), '\n', ' ');
    std::replace(run.text.begin(), run.text.end(), '\t', ' ');
    append(runs_, std::move(run));
}

void Marked::call_note(int number) {
    runs_.push_back({.text = fmt::format("[^{}]", number), .calls_note = true});
}

/// Runs of blanks are one, also where one run ends and another begins, and none stands at either end.
std::vector<Run> Marked::on_one_line() const {
    Runs runs;
    bool was_blank = true;
    for (const auto& run : runs_) {
        auto part = run;
        part.text.clear();
        for (const char c : on_the_line(run.text, run.script)) {
            if (c != ' ' || !was_blank) part.text += c;
            was_blank = c == ' ';
        }
        part.script = Script::none;
        append(runs, std::move(part));
    }
    while (!runs.empty() && runs.back().text.ends_with(' ')) {
        runs.back().text.pop_back();
        if (runs.back().text.empty()) runs.pop_back();
    }
    return runs;
}

std::string Marked::markdown() const {
    const auto runs = on_one_line();
    const bool has_marks = std::any_of(runs.begin(), runs.end(), is_marked);
    auto all = written(runs);
    if (!has_marks || reads_back(all, runs)) return all;
    for (const auto& simpler : {with_bare_edges(runs), without_touching_looks(with_bare_edges(runs))})
        if (all = written(simpler); reads_back(all, simpler)) return all;
    const auto bare = without_looks(runs);
    if (all = written(bare); reads_back(all, bare)) return all;
    return written(with_struck_words_apart(bare));
}

Marked::Plain Marked::plain() const {
    Plain plain;
    for (const auto& run : on_one_line()) {
        if (run.is_struck && !is_blank(run.text))
            ++plain.struck;
        else
            plain.text += run.calls_note ? raised_call(run.text) : run.text;
    }
    plain.text = text::one_line(plain.text);
    return plain;
}

}  // namespace medskapa::office
