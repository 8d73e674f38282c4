// How long a map takes from nothing, and after one more vote. Usage: bench_opinion [participants statements
// density] Without arguments: the shapes that the goals name. Times are medians of processor time, on
// one thread.

#include "engine/opinion/map.hpp"
#include "engine/opinion/signals/signals.hpp"
#include "engine/opinion/synthetic.hpp"

#include <fmt/format.h>
#include <algorithm>
#include <cstdlib>
#include <ctime>
#include <fstream>
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
double milliseconds(Work work) {
    const auto began = processor_time();
    work();
    return processor_time() - began;
}

double median(std::vector<double> times) {
    std::nth_element(times.begin(), times.begin() + std::ssize(times) / 2, times.end());
    return times[times.size() / 2];
}

/// From /proc, in MB: "VmRSS:" now, "VmHWM:" the most so far.
double memory(const std::string& what) {
    std::ifstream status{"/proc/self/status"};
    for (std::string line; std::getline(status, line);) {
        if (line.starts_with(what)) return static_cast<double>(std::stoll(line.substr(what.size()))) / 1024;
    }
    return 0;
}

Map draw(const Conversation& conversation) {
    return draw_map(conversation, {}, {}, [](auto) {});
}

void measure(const SyntheticShape& shape) {
    auto conversation = synthetic_conversation(shape);
    const double votes_alone = memory("VmRSS:");
    Map map;
    std::vector<double> cold;
    for (int i = 0; i < (shape.participants < 1000 ? 101 : 5); ++i) {
        auto fresh = conversation;
        cold.push_back(milliseconds([&] {
            fresh.count_pairs(1);
            map = draw(fresh);
        }));
    }
    conversation.count_pairs(1);
    std::vector<double> vote;
    std::vector<double> refresh;
    const auto last = static_cast<StatementId>(shape.statements - 1);
    for (int i = 0; i < 1001; ++i) {
        const auto who = static_cast<ParticipantId>(static_cast<std::size_t>(i) * 7919 % shape.participants);
        vote.push_back(milliseconds([&] { (void)conversation.vote(who, i % (last + 1), Vote::agree); }));
        if (i % 91 == 0) refresh.push_back(milliseconds([&] { map = draw(conversation); }));
    }
    const double at_most = memory("VmHWM:");
    const double bridging = milliseconds([&] { add_bridging(map, conversation); });
    const double looking = milliseconds([&] { (void)signals(conversation, {}); });
    fmt::print(
        "{} x {}, {} votes, {} groups: cold {:.1f} ms, vote {:.2f} us, map after a vote {:.1f} ms, "
        "bridging {:.0f} ms, signals {:.0f} ms, votes and program {:.0f} MB, at most {:.0f} MB\n",
        shape.participants, shape.statements, conversation.votes(), map.groups.count, median(cold),
        1000 * median(vote), median(refresh), bridging, looking, votes_alone, at_most);
}

}  // namespace

int main(int argc, char** argv) {
    if (argc == 4) {
        measure({std::stoul(argv[1]), std::stoul(argv[2]), std::stod(argv[3]), 1});
        return 0;
    }
    measure({536, 314, 0.25, 1});
    for (const auto& [participants, statements] : {std::pair{10'000, 200}, {50'000, 500}, {100'000, 1'000}})
        measure({static_cast<std::size_t>(participants), static_cast<std::size_t>(statements), 0.1, 1});
    return 0;
}
