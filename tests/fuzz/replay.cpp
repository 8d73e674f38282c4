// Gives every file of the folders named to a fuzz target, so that what was once found stays found.
#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <iterator>
#include <string>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size);

int main(int count, char** folders) {
    std::size_t inputs = 0;
    for (int k = 1; k < count; ++k) {
        for (const auto& entry : std::filesystem::directory_iterator(folders[k])) {
            std::ifstream file(entry.path(), std::ios::binary);
            const std::string bytes{std::istreambuf_iterator<char>(file), {}};
            LLVMFuzzerTestOneInput(reinterpret_cast<const std::uint8_t*>(bytes.data()), bytes.size());
            ++inputs;
        }
    }
    std::cout << inputs << " inputs held\n";
    return inputs > 0 ? 0 : 1;
}
