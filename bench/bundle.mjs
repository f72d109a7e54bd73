export const names = []; export async function run() {}
