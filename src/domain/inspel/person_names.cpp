#include "domain/inspel/person_names.hpp"

#include <unicode/uchar.h>
#include <unicode/utf8.h>
#include <algorithm>
#include <array>
#include <cstdint>
#include <string_view>

namespace medskapa {
namespace {

constexpr std::size_t most_words = 3;

constexpr std::array<std::string_view, 64> given_names{"Ahmed", "Ali", "Amina", "Anders", "Andreas", "Anna",
    "Annika", "Barbro", "Bengt", "Birgitta", "Björn", "Bo", "Carina", "Christer", "Daniel", "David",
    "Elisabeth", "Elsa", "Emma", "Erik", "Eva", "Fatima", "Fredrik", "Gunilla", "Gunnar", "Gustav", "Göran",
    "Hans", "Hassan", "Helena", "Inger", "Ingrid", "Jan", "Johan", "Johanna", "Jonas", "Karin", "Karl",
    "Kerstin", "Kjell", "Kristina", "Lars", "Lena", "Linda", "Lisa", "Magnus", "Margareta", "Maria", "Marie",
    "Mats", "Mikael", "Mohamed", "Nils", "Olle", "Per", "Peter", "Rolf", "Sara", "Sofia", "Stefan", "Sven",
    "Thomas", "Ulf", "Åsa"};
constexpr std::array<std::string_view, 14> surname_ends{"sson", "berg", "ström", "gren", "lund", "qvist",
    "kvist", "stedt", "blom", "löf", "löv", "lind", "fors", "mark"};

struct Word {
    std::size_t begin = 0;
    std::size_t end = 0;
    bool is_name = false;     // a capital, then small letters
    bool follows_on = false;  // with one blank after the word before
    bool opens = false;       // a sentence, so that its capital says nothing
};

/// One word from `at` on; its end is where it is.
Word word_at(const std::string& text, std::int32_t at) {
    const auto size = static_cast<std::int32_t>(text.size());
    Word word{static_cast<std::size_t>(at), static_cast<std::size_t>(at)};
    int letters = 0;
    bool is_written_so = true;
    while (at < size) {
        const auto before = at;
        UChar32 c = 0;
        U8_NEXT(text.data(), at, size, c);
        const bool joins = c == '-' && letters > 0;
        if (u_isalpha(c) == 0 && !joins) break;
        const bool begins = letters == 0 || text[static_cast<std::size_t>(before) - 1] == '-';
        if (!joins) is_written_so = is_written_so && (u_isupper(c) != 0) == begins;
        ++letters;
        word.end = static_cast<std::size_t>(at);
    }
    word.is_name = is_written_so && letters > 1;
    return word;
}

std::vector<Word> words_of(const std::string& text) {
    std::vector<Word> words;
    const auto size = static_cast<std::int32_t>(text.size());
    std::size_t last = 0;
    for (std::int32_t at = 0; at < size;) {
        auto word = word_at(text, at);
        if (word.end == word.begin) {
            UChar32 c = 0;
            U8_NEXT(text.data(), at, size, c);
            continue;
        }
        const auto between = text.substr(last, word.begin - last);
        word.follows_on = !words.empty() && (between == " " || between == "\u00a0");
        word.opens = words.empty() || between.find_first_of(".!?:\n") != between.npos;
        last = word.end;
        at = static_cast<std::int32_t>(word.end);
        words.push_back(word);
    }
    return words;
}

bool is_given(std::string_view word) {
    return std::find(given_names.begin(), given_names.end(), word) != given_names.end();
}

bool ends_as_surname(std::string_view word) {
    if (word.ends_with('s') && !word.ends_with("ss")) word.remove_suffix(1);  // whose
    return std::any_of(surname_ends.begin(), surname_ends.end(),
        [&](std::string_view end) { return word.size() > end.size() + 1 && word.ends_with(end); });
}

}  // namespace

std::vector<std::string> possible_names_in(const std::string& text) {
    const auto words = words_of(text);
    const auto said = [&](const Word& word) {
        return std::string_view{text}.substr(word.begin, word.end - word.begin);
    };
    std::vector<std::string> names;
    for (std::size_t first = 0; first < words.size();) {
        auto next = first + 1;
        while (words[first].is_name && next < words.size() && next - first < most_words &&
               words[next].is_name && words[next].follows_on)
            ++next;
        if (next - first > 2 && words[first].opens && !is_given(said(words[first]))) ++first;
        const auto& last = words[next - 1];
        if (next - first > 1 && (is_given(said(words[first])) || ends_as_surname(said(last)))) {
            auto name = text.substr(words[first].begin, last.end - words[first].begin);
            if (std::find(names.begin(), names.end(), name) == names.end()) names.push_back(std::move(name));
        }
        first = next;
    }
    return names;
}

}  // namespace medskapa
