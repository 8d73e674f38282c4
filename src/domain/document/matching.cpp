#include "domain/document/matching.hpp"

#include "base/text.hpp"

#include <algorithm>
#include <deque>
#include <map>
#include <set>
#include <utility>

namespace medskapa {
namespace {

constexpr double enough = 0.5;
constexpr double enough_with_code = 0.2;
constexpr std::size_t common = 50;  // a word of more lines says nothing about which it is

using Words = std::multiset<std::string>;

bool is_of_word(char c) {
    return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || static_cast<unsigned char>(c) >= 0x80;
}

/// Without the number of a heading: "3.2 Målbild" is "Målbild".
std::string_view own_words(const Line& line) {
    std::string_view words = line.text;
    if (line.node.kind == Node::Kind::section)
        words.remove_prefix(std::min(words.find_first_not_of("0123456789. "), words.size()));
    return words;
}

Words words_of(const Line& line) {
    Words words;
    std::string word;
    for (const char c : text::lower(own_words(line)) + ' ') {
        if (is_of_word(c))
            word += c;
        else if (!word.empty())
            words.insert(std::exchange(word, {}));
    }
    return words;
}

/// Dice's coefficient.
double likeness(const Words& a, const Words& b) {
    std::vector<std::string> shared;
    std::set_intersection(a.begin(), a.end(), b.begin(), b.end(), std::back_inserter(shared));
    const auto all = a.size() + b.size();
    return all == 0 ? 0 : 2.0 * static_cast<double>(shared.size()) / static_cast<double>(all);
}

class Matching {
public:
    Matching(const Lines& known, Lines& written)
        : known_{known}, written_{written}, is_taken_(known.size()), is_found_(written.size()) {}

    void run() {
        if (!known_.empty() && !written_.empty()) take(0, 0);
        match_same();
        match_alike();
    }

private:
    struct Pair {
        double likeness;
        std::size_t known;
        std::size_t written;
    };

    void take(std::size_t known, std::size_t written) {
        is_taken_[known] = is_found_[written] = true;
        written_[written].node = known_[known].node;
    }

    void match_same() {
        using Key = std::pair<Node::Kind, std::string_view>;
        std::map<Key, std::deque<std::size_t>> places;
        for (std::size_t i = 0; i < known_.size(); ++i)
            if (!is_taken_[i]) places[{known_[i].node.kind, own_words(known_[i])}].push_back(i);
        for (std::size_t i = 0; i < written_.size(); ++i) {
            const auto found = places.find({written_[i].node.kind, own_words(written_[i])});
            if (is_found_[i] || found == places.end() || found->second.empty()) continue;
            take(found->second.front(), i);
            found->second.pop_front();
        }
    }

    void match_alike() {
        auto pairs = alike();
        std::stable_sort(
            pairs.begin(), pairs.end(), [](const Pair& a, const Pair& b) { return a.likeness > b.likeness; });
        for (const auto& pair : pairs)
            if (!is_taken_[pair.known] && !is_found_[pair.written]) take(pair.known, pair.written);
    }

    /// What is left of both that could be the same.
    std::vector<Pair> alike() const {
        std::map<std::size_t, Words> known_words;
        std::map<std::string, std::vector<std::size_t>> places;
        std::map<std::string_view, std::size_t> codes;
        for (std::size_t i = 0; i < known_.size(); ++i) {
            if (is_taken_[i]) continue;
            known_words[i] = words_of(known_[i]);
            codes[known_[i].node.code] = i;
            for (const auto& word : std::set<std::string>(known_words[i].begin(), known_words[i].end()))
                places[word].push_back(i);
        }
        std::vector<Pair> pairs;
        for (std::size_t i = 0; i < written_.size(); ++i) {
            if (is_found_[i]) continue;
            const auto words = words_of(written_[i]);
            for (const auto place : candidates(words, places, codes, written_[i].node.code)) {
                const auto share = likeness(known_words.at(place), words);
                const bool has_code = known_[place].node.code == written_[i].node.code;
                const bool is_alike = share >= (has_code ? enough_with_code : enough);
                if (is_alike && known_[place].node.kind == written_[i].node.kind)
                    pairs.push_back({share, place, i});
            }
        }
        return pairs;
    }

    static std::set<std::size_t> candidates(const Words& words,
        const std::map<std::string, std::vector<std::size_t>>& places,
        const std::map<std::string_view, std::size_t>& codes, const std::string& code) {
        std::set<std::size_t> found;
        for (const auto& word : words)
            if (const auto at = places.find(word); at != places.end() && at->second.size() <= common)
                found.insert(at->second.begin(), at->second.end());
        if (const auto at = codes.find(code); at != codes.end()) found.insert(at->second);
        return found;
    }

    const Lines& known_;
    Lines& written_;
    std::vector<bool> is_taken_;
    std::vector<bool> is_found_;
};

}  // namespace

Lines matched(const Lines& known, Lines written) {
    Matching{known, written}.run();
    return written;
}

}  // namespace medskapa
