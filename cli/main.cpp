#include "cli/process_surroundings.hpp"
#include "cli/run.hpp"

#include <string>
#include <vector>

int main(int count, char* words[]) {
    using namespace peergroup::cli;
    Surroundings surroundings = process_surroundings();
    return run(std::vector<std::string>(words + (count > 0 ? 1 : 0), words + count), surroundings);
}
