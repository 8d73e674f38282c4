// How long the measures of a conversation and a weighing take, next to the goals. Usage:
// bench_opinion_measures [part] Without a part: all. Times are processor time of one thread; each is the
// median of a few.

#include "engine/opinion/active_votes.hpp"
#include "engine/opinion/bridging/reliability.hpp"
#include "engine/opinion/distortion/distortion.hpp"
#include "engine/opinion/place/own_place.hpp"
#include "engine/opinion/random.hpp"
#include "engine/opinion/slate/approval_voting.hpp"
#include "engine/opinion/slate/chances.hpp"
#include "engine/opinion/synthetic.hpp"
#include "engine/opinion/weighing/best_worst.hpp"

#include <fmt/format.h>
#include <algorithm>
#include <ctime>
#include <optional>
#include <string>
#include <vector>

using namespace medskapa::opinion;

namespace {

/// Of this thread, in ms: others on the machine do not count.
double processor_time() {
    timespec now{};
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now);
    return 1e3 * static_cast<double>(now.tv_sec) + 1e-6 * static_cast<double>(now.tv_nsec);
}

template <class Work>
void measure(const std::string& what, std::optional<double> goal, int times, Work work) {
    std::vector<double> took;
    for (int i = 0; i < times; ++i) {
        const auto began = processor_time();
        work();
        took.push_back(processor_time() - began);
    }
    std::nth_element(took.begin(), took.begin() + times / 2, took.end());
    const auto wanted = goal ? fmt::format(", goal {} ms", *goal) : "";
    fmt::print("{:<58} {:>9.2f} ms{}\n", what, took[static_cast<std::size_t>(times / 2)], wanted);
}

struct Case {
    explicit Case(const SyntheticShape& shape)
        : active{active_votes(synthetic_conversation(shape))}, found{landscape(active)} {}

    Conversation active;
    Landscape found;
};

void measure_bridging() {
    const Case small{{536, 314, 0.25, 1}};
    measure("bridging of 536 x 314, axes known", 2, 51,
        [&] { (void)continuous_bridging(small.active, small.found); });
    const Case large{{100'000, 1'000, 0.1, 1}};
    measure("bridging of 100 000 x 1 000 with 10 M votes, axes known", 1000, 3,
        [&] { (void)continuous_bridging(large.active, large.found); });
    const Case middle{{1900, 197, 0.3, 1}};
    measure("reliability of 1 900 x 197, 20 splits", std::nullopt, 1,
        [&] { (void)reliability(middle.active, 77, Reliability::usual_splits); });
}

void measure_slate() {
    const Case wide{{2000, 600, 0.3, 1}};
    const auto profile = profile_of(wide.active, wide.found);
    measure("equal shares completed of 2 000 x 600, 5 places", 50, 21,
        [&] { (void)completed_equal_shares(profile, 5); });
    measure("chances of votes not cast, 2 000 x 600", std::nullopt, 1,
        [&] { (void)Chances::of(wide.active, wide.found); });
}

void measure_distortion() {
    const Case real{{1900, 197, 0.3, 1}};
    measure("distortion of 1 900 x 197", 1000, 5, [&] { (void)distortion(real.active, real.found); });
    const auto ballots = real.active.ballots(real.found.seats[0]);
    const std::vector<Point> centers{{-1, 0}, {1, 0}, {0, 2}};
    measure("own place, 59 votes of 197", 0.2, 101,
        [&] { (void)own_place(real.found.plane, ballots, centers, 1); });
}

void measure_weighing() {
    BestWorst weighing{20};
    const auto sets = sets_of_four(20, 3);
    Random random{1};
    for (std::uint64_t person = 0; person < 1000; ++person) {
        for (const auto& set : deck_of(sets, 7, person, 1)) {
            const auto best = random.below(4);
            weighing.add({std::to_string(person), set, set[best], set[(best + 1 + random.below(3)) % 4]});
        }
        const auto& set = sets[person % sets.size()];
        weighing.add({std::to_string(person), set, set[0], set[3]});
    }
    measure("best and worst, 1 000 people x 8 sets of 20", 10, 21, [&] { (void)weighing.worth(); });
}

}  // namespace

int main(int argc, char** argv) {
    const std::string part = argc > 1 ? argv[1] : "";
    if (part.empty() || part == "bridging") measure_bridging();
    if (part.empty() || part == "slate") measure_slate();
    if (part.empty() || part == "distortion") measure_distortion();
    if (part.empty() || part == "weighing") measure_weighing();
    return 0;
}
