create table orders (
    id bigint generated always as identity primary key,
    goods text not null
);
