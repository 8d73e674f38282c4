#include "store/inspel/search.hpp"

#include "base/text.hpp"

#include <fmt/format.h>
#include <libstemmer.h>
#include <algorithm>
#include <map>
#include <memory>

namespace medskapa::store {
namespace {

struct Delete {
    void operator()(sb_stemmer* s) const { sb_stemmer_delete(s); }
};

constexpr std::size_t longest_word = 60;
constexpr std::size_t most_words_asked = 8;

// Words that people use for the same thing, where stemming does not join them.
const std::map<std::string, std::vector<std::string>, std::less<>>& kin() {
    static const std::map<std::string, std::vector<std::string>, std::less<>> words{{"bostad", {"bostäd"}},
        {"bostäd", {"bostad"}}, {"stad", {"städ"}}, {"städ", {"stad"}}, {"land", {"länd"}},
        {"länd", {"land"}}, {"tåg", {"järnväg"}}, {"ren", {"renskötsel"}}};
    return words;
}

bool is_part_of_word(unsigned char c) {
    return c >= 0x80 || (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

std::string stem_of(const std::string& word) {
    thread_local const std::unique_ptr<sb_stemmer, Delete> stemmer{sb_stemmer_new("swedish", "UTF_8")};
    const auto* stem = sb_stemmer_stem(
        stemmer.get(), reinterpret_cast<const sb_symbol*>(word.data()), static_cast<int>(word.size()));
    return {reinterpret_cast<const char*>(stem), static_cast<std::size_t>(sb_stemmer_length(stemmer.get()))};
}

std::vector<std::string> words_in(std::string_view text) {
    std::vector<std::string> words;
    std::string word;
    for (const char c : text::lower(text::cleaned(text))) {
        if (is_part_of_word(static_cast<unsigned char>(c))) {
            word += c;
            continue;
        }
        if (!word.empty()) words.push_back(std::move(word));
        word.clear();
    }
    if (!word.empty()) words.push_back(std::move(word));
    return words;
}

std::string joined(const std::vector<std::string>& parts, std::string_view separator) {
    return fmt::format("{}", fmt::join(parts, separator));
}

// Quotes and other characters cannot be in a stem that words_in() made from letters, digits and bytes above
// 0x7F; the punctuation above 0x7F (” – …) is dropped here.
std::string letters_only(std::string_view word) {
    std::string out;
    for (std::size_t i = 0; i < word.size();) {
        const auto first = static_cast<unsigned char>(word[i]);
        const std::size_t bytes = first < 0x80 ? 1 : first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4;
        const bool is_sign = first == 0xC2 || (first == 0xE2 && i + 1 < word.size() &&
                                                  static_cast<unsigned char>(word[i + 1]) <= 0x9F);
        if (!is_sign) out += word.substr(i, bytes);
        i += bytes;
    }
    return out;
}

/// What stands before each token of a process.
std::string shelf(Id<Process> process) {
    return std::to_string(process.value) + '_';
}

/// What is typed as it stands may be the beginning of a word; what is left of one when its ending is taken
/// away is that only when it is long.
bool begins_words(const std::string& stem, const std::vector<std::string>& typed) {
    constexpr std::size_t long_enough = 4;  // bytes
    constexpr std::size_t least_letters = 3;
    return stem.size() >= long_enough ||
           (stem.size() >= least_letters && std::find(typed.begin(), typed.end(), stem) != typed.end());
}

std::vector<std::string> first_stems(std::string_view words) {
    auto asked = stems(words);
    if (asked.size() > most_words_asked) asked.resize(most_words_asked);
    return asked;
}

}  // namespace

std::vector<std::string> stems(std::string_view text) {
    std::vector<std::string> found;
    for (const auto& word : words_in(text)) {
        const auto letters = letters_only(word);
        if (!letters.empty() && letters.size() <= longest_word) found.push_back(stem_of(letters));
    }
    return found;
}

std::vector<std::vector<AskedStem>> asked_stems(std::string_view words) {
    std::vector<std::vector<AskedStem>> asked;
    const auto typed = words_in(words);
    for (const auto& stem : first_stems(words)) {
        asked.push_back({{stem, begins_words(stem, typed)}});
        if (const auto more = kin().find(stem); more != kin().end())
            for (const auto& other : more->second) asked.back().push_back({other, true});
    }
    return asked;
}

std::string folded(std::string_view stem) {
    static const std::map<std::string_view, char> plain{{"å", 'a'}, {"ä", 'a'}, {"á", 'a'}, {"à", 'a'},
        {"æ", 'a'}, {"ö", 'o'}, {"ø", 'o'}, {"ó", 'o'}, {"é", 'e'}, {"è", 'e'}, {"ë", 'e'}, {"ï", 'i'},
        {"í", 'i'}, {"ü", 'u'}, {"š", 's'}, {"č", 'c'}, {"đ", 'd'}, {"ž", 'z'}, {"ŋ", 'n'}, {"ŧ", 't'}};
    std::string out;
    for (std::size_t i = 0; i < stem.size();) {
        const auto found = plain.find(stem.substr(i, 2));
        if (found == plain.end()) {
            out += stem[i++];
        } else {
            out += found->second;
            i += 2;
        }
    }
    return out;
}

void index_text(sql::Transaction& tx, std::int64_t row, Id<Process> process, std::string_view text,
    const std::vector<Mark>& marks) {
    remove_from_index(tx, row);
    auto tokens = stems(text);
    for (std::size_t i = 0, words = tokens.size(); i < words; ++i)
        if (auto plain = folded(tokens[i]); plain != tokens[i]) tokens.push_back(std::move(plain));
    tokens.insert(tokens.end(), marks.begin(), marks.end());
    for (auto& token : tokens) token.insert(0, shelf(process));

    tx.db().run(tx.db().dialect() == sql::Dialect::sqlite
                    ? "INSERT INTO inspel_search (rowid, tokens) VALUES ($1, $2)"
                    : "INSERT INTO inspel_search (inspel_id, tokens) VALUES ($1, "
                      "array_to_tsvector(string_to_array($2, ' ')))",
        row, joined(tokens, " "));
}

void remove_from_index(sql::Transaction& tx, std::int64_t row) {
    if (tx.db().dialect() == sql::Dialect::sqlite)
        tx.db().run("DELETE FROM inspel_search WHERE rowid = $1", row);
    else
        tx.db().run("DELETE FROM inspel_search WHERE inspel_id = $1", row);
}

std::string search_expression(
    sql::Dialect dialect, Id<Process> process, std::string_view words, const std::vector<Mark>& marks) {
    const bool sqlite = dialect == sql::Dialect::sqlite;
    const char quote = sqlite ? '"' : '\'';
    const auto token = [&](const std::string& t) { return quote + shelf(process) + t + quote; };
    std::vector<std::string> all;
    for (const auto& mark : marks) all.push_back(token(mark));
    for (const auto& any : asked_stems(words)) {
        std::vector<std::string> tokens;
        for (const auto& one : any)
            tokens.push_back(token(one.text) + (!one.begins_words ? "" : sqlite ? "*" : ":*"));
        all.push_back('(' + joined(tokens, sqlite ? " OR " : " | ") + ')');
    }
    return joined(all, sqlite ? " AND " : " & ");
}

}  // namespace medskapa::store
