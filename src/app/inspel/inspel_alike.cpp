#include "app/inspel/inspel_alike.hpp"

#include "store/inspel/inspel_store.hpp"
#include "store/inspel/search.hpp"

#include <map>
#include <optional>
#include <set>
#include <unordered_map>

namespace medskapa::app {
namespace {

constexpr double least_alike = 0.6;
constexpr int inspel_at_once = 500;

std::set<std::string> stem_set(std::string_view text) {
    const auto stems = store::stems(text);
    return {stems.begin(), stems.end()};
}

/// The drafts by their words, and for each the inspel found so far.
class Drafts {
public:
    explicit Drafts(const std::vector<Entered>& drafts) : sizes_(drafts.size()), found_(drafts.size()) {
        for (std::size_t i = 0; i < drafts.size(); ++i) {
            const auto stems = stem_set(drafts[i].draft.text);
            sizes_[i] = stems.size();
            for (const auto& stem : stems) with_[stem].push_back(i);
        }
    }

    void compare(const Inspel& known) {
        const auto stems = stem_set(known.text);
        std::unordered_map<std::size_t, std::size_t> shared;
        for (const auto& stem : stems)
            if (const auto drafts = with_.find(stem); drafts != with_.end())
                for (const auto i : drafts->second) ++shared[i];
        for (const auto& [i, n] : shared) {
            const auto all = static_cast<double>(sizes_[i] + stems.size() - n);
            if (!found_[i] && static_cast<double>(n) / all >= least_alike)
                found_[i] = AlikeInspel{i, known.number, known.shown_title};
        }
    }

    std::vector<AlikeInspel> found() const {
        std::vector<AlikeInspel> all;
        for (const auto& one : found_)
            if (one) all.push_back(*one);
        return all;
    }

private:
    std::vector<std::size_t> sizes_;
    std::vector<std::optional<AlikeInspel>> found_;
    std::unordered_map<std::string, std::vector<std::size_t>> with_;
};

void compare_published(sql::Connection& db, const Process& process, Drafts& drafts) {
    for (Id<Inspel> last;;) {
        const auto some = store::published_inspel(db, process.id, last, inspel_at_once);
        if (some.empty()) return;
        for (const auto& inspel : some) drafts.compare(inspel);
        last = some.back().id;
    }
}

void compare_waiting(sql::Connection& db, const Process& process, Drafts& drafts) {
    store::InspelFilter waiting;
    waiting.state = Inspel::State::received;
    for (Id<Inspel> last;;) {
        const auto page = store::waiting_inspel(db, process.id, waiting, last, inspel_at_once);
        for (const auto& row : page.rows) drafts.compare(row.inspel);
        if (!page.next) return;
        last = page.next.id;
    }
}

}  // namespace

std::vector<AlikeInspel> known_alike(
    sql::Connection& db, const Process& process, const std::vector<Entered>& entered) {
    Drafts drafts{entered};
    compare_published(db, process, drafts);
    compare_waiting(db, process, drafts);
    return drafts.found();
}

}  // namespace medskapa::app
