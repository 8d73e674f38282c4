#include "web/issue/desk/checks/spelling.hpp"

#include "base/digest.hpp"
#include "base/system/child_process.hpp"
#include "base/text.hpp"

#include <unicode/uchar.h>
#include <unicode/utf8.h>
#include <algorithm>
#include <deque>
#include <fstream>
#include <iterator>
#include <mutex>
#include <optional>
#include <utility>

namespace medskapa::web::issue::desk {
namespace {

constexpr std::size_t most_words = 12;
constexpr std::size_t most_remembered = 200;
constexpr std::size_t longest_text = 60'000;  // bytes
constexpr ChildLimits limits{std::chrono::seconds{2}, 512ULL << 20, 1ULL << 20};
/// hunspell says what it finds on its output alone. Both names are ours.
constexpr auto command = "hunspell -i utf-8 -d sv_SE -l text.txt > words.txt";

using Words = std::vector<std::string>;

/// What was found in texts that were looked at a moment ago: a page is opened more often than its text
/// changes.
class Remembered {
public:
    std::optional<Words> find(const Digest& text) {
        const std::lock_guard lock{mutex_};
        const auto found =
            std::find_if(all_.begin(), all_.end(), [&](const auto& one) { return one.first == text; });
        return found == all_.end() ? std::nullopt : std::optional{found->second};
    }
    void keep(const Digest& text, const Words& words) {
        const std::lock_guard lock{mutex_};
        all_.emplace_front(text, words);
        if (all_.size() > most_remembered) all_.pop_back();
    }

private:
    std::mutex mutex_;
    std::deque<std::pair<Digest, Words>> all_;
};

/// A word of small letters: a capital begins names, and digits are in codes.
bool is_common(const std::string& word) {
    std::int32_t at = 0;
    int letters = 0;
    while (at < static_cast<std::int32_t>(word.size())) {
        UChar32 c = 0;
        U8_NEXT(word.data(), at, static_cast<std::int32_t>(word.size()), c);
        if (u_islower(c) == 0 && (c != '-' || letters == 0)) return false;
        ++letters;
    }
    return letters > 2;
}

/// Nothing when the program could not be asked.
std::optional<Words> asked(const std::string& text) {
    const ScratchFolder folder;
    if (!(std::ofstream{folder.path() / "text.txt", std::ios::binary} << text << '\n').flush())
        return std::nullopt;
    if (run_confined({"sh", "-c", command}, folder.path(), limits) != ChildExit::success) return std::nullopt;
    std::ifstream in{folder.path() / "words.txt", std::ios::binary};
    const std::string found{std::istreambuf_iterator<char>{in}, {}};
    Words words;
    for (const auto& word : text::split(text::cleaned(found), '\n'))
        if (words.size() < most_words && is_common(word) &&
            std::find(words.begin(), words.end(), word) == words.end())
            words.push_back(word);
    return words;
}

}  // namespace

Words misspelled(const std::string& text) {
    static Remembered remembered;
    if (text.empty() || text.size() > longest_text) return {};
    const auto key = sha256(text);
    if (const auto known = remembered.find(key)) return *known;
    const auto words = asked(text);
    if (words) remembered.keep(key, *words);
    return words.value_or(Words{});
}

}  // namespace medskapa::web::issue::desk
