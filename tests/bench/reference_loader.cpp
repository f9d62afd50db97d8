// The yardstick: the barest way to put a CSV file into SQLite through SQLiteCpp. No checks, no history, no integers for keys: one
// transaction, one prepared statement, text as it comes.
//
//   reference_loader DATABASE TABLE FILE [CACHE_KIB]
#include <SQLiteCpp/SQLiteCpp.h>

#include <fstream>
#include <iostream>
#include <string>
#include <vector>

namespace {

void split(const std::string& line, std::vector<std::string>& fields) {
    fields.clear();
    std::size_t start = 0;
    for (std::size_t end = line.find(','); end != std::string::npos; end = line.find(',', start)) {
        fields.emplace_back(line, start, end - start);
        start = end + 1;
    }
    fields.emplace_back(line, start);
}

} // namespace

int main(int count, char** words) {
    if (count < 4) return 2;
    SQLite::Database database(words[1], SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE);
    database.exec("PRAGMA synchronous = FULL; PRAGMA foreign_keys = ON");
    if (count > 4) database.exec("PRAGMA cache_size = -" + std::string(words[4]));
    std::ifstream file(words[3]);
    std::string line;
    std::vector<std::string> fields;
    std::getline(file, line);
    split(line, fields);
    std::string sql = "INSERT INTO " + std::string(words[2]) + " VALUES (?";
    for (std::size_t index = 1; index < fields.size(); ++index)
        sql += ", ?";
    SQLite::Transaction transaction(database);
    SQLite::Statement insert(database, sql + ")");
    long rows = 0;
    while (std::getline(file, line)) {
        split(line, fields);
        for (std::size_t index = 0; index < fields.size(); ++index)
            insert.bindNoCopy(static_cast<int>(index) + 1, fields[index]);
        insert.exec();
        insert.reset();
        ++rows;
    }
    transaction.commit();
    std::cout << rows << '\n';
}
