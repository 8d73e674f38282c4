#include "cli/serve/repeating.hpp"

#include <doctest/doctest.h>
#include <atomic>
#include <stdexcept>

using medskapa::cli::Repeating;

TEST_CASE("a task that fails keeps none of the others from its turn, and is tried again") {
    std::atomic<int> failed{0};
    std::atomic<int> done{0};
    {
        const Repeating repeating{std::chrono::milliseconds{1}, {{"the first",
                                                                     [&] {
                                                                         ++failed;
                                                                         throw std::runtime_error{"no"};
                                                                     }},
                                                                    {"the second", [&] { ++done; }}}};
        while (done < 3) std::this_thread::yield();
    }
    CHECK(failed >= done);
}
